using Npgsql;
using Sovia.Library;

namespace Sovia.Import;

/// <summary>Finds the imports that added or changed a post.</summary>
public sealed class FindPostImports(NpgsqlDataSource source, CurrentTenant tenant)
{
    // There are few runs, and each is one index lookup.
    private const string Sql = """
        select r.id, r.started_at from sovia.mt_doc_importrun r where r.tenant_id = $1
            and exists (select from sovia.run_post p where p.run_id = r.id and p.post_id = $2 and p.tenant_id = $1)
        order by r.started_at desc limit 20
        """;

    /// <summary>Returns the runs that added or changed the post and when each began (UTC), the latest first.</summary>
    public async Task<IReadOnlyList<(Guid Run, DateTimeOffset At)>> RunAsync(Guid post, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = tenant.Id });
        command.Parameters.Add(new() { Value = post });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var runs = new List<(Guid, DateTimeOffset)>();
        while (await reader.ReadAsync(ct)) runs.Add((reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(1)));
        return runs;
    }
}
