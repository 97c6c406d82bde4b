using System.Globalization;
using Npgsql;
using Sovia.Library;

namespace Sovia.Stats;

/// <summary>Reads the import runs that added or changed any post of a library.</summary>
public sealed class ReadContributingRuns(NpgsqlDataSource source, CurrentTenant tenant)
{
    private const int MaxRuns = 200;

    // Jumps in the index from one run to the next without reading all posts of a run. Run IDs are ordered by time.
    private const string Sql = """
        with recursive run (id) as (
            (select run_id from sovia.run_post where tenant_id = $1 order by run_id desc limit 1)
            union all
            select (select p.run_id from sovia.run_post p where p.tenant_id = $1 and p.run_id < run.id order by p.run_id desc limit 1) from run where run.id is not null)
        select run.id, d.data->>'startedAt', d.data->'sources'->0->>'name', coalesce(jsonb_array_length(d.data->'sources'), 0)
        from run left join sovia.mt_doc_importrun d on d.tenant_id = $1 and d.id = run.id where run.id is not null limit $2
        """;

    /// <summary>Returns each run's value in URLs and its label, the day and the first file; newest first.</summary>
    public async Task<IReadOnlyList<(string Value, string Label)>> ReadAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = tenant.Id });
        command.Parameters.Add(new() { Value = MaxRuns });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var runs = new List<(string, string)>();
        while (await reader.ReadAsync(ct))
        {
            var (id, at, file, count) = (reader.GetGuid(0).ToString("D"), reader.IsDBNull(1) ? "" : reader.GetString(1), reader.IsDBNull(2)
                ? "" : reader.GetString(2), reader.GetInt32(3));
            var day = DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? time.ToString("d MMM yyyy", CultureInfo.InvariantCulture) : id[..8];
            runs.Add(
                (id, (file.Length, count) switch
                {
                    (0, _) => day,
                    (_, 1) => $"{day}, {file}",
                    _ =>
                    string.Create(CultureInfo.InvariantCulture, $"{day}, {file} and {count - 1} more")
                }));
        }
        return runs;
    }
}
