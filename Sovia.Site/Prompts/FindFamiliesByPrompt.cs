using Npgsql;
using NpgsqlTypes;
using Sovia.Library;

namespace Sovia.Prompts;

/// <summary>Finds families with a video made from given prompts.</summary>
public sealed class FindFamiliesByPrompt(NpgsqlDataSource source, CurrentTenant tenant)
{
    private const string Sql = """
        select root_id, count(*) over () from (
            select x.root_id, min(x.age) as age from sovia.post_index x where x.tenant_id = $1 and x.prompt = any($2) and x.by_kind = 1 group by x.root_id) x
        order by age, root_id limit $3
        """;

    /// <summary>Returns the roots of the families, the one with the latest such video first, and the total number of families.</summary>
    /// <param name="keys">Keys of the prompts.</param>
    /// <param name="most">The maximum number of roots.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<(IReadOnlyList<Guid> Roots, int Total)> FindAsync(IEnumerable<long> keys, int most, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = tenant.Id });
        command.Parameters.Add(new() { Value = keys.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = most });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var (roots, total) = (new List<Guid>(), 0);
        while (await reader.ReadAsync(ct))
        {
            roots.Add(reader.GetGuid(0));
            total = (int)reader.GetInt64(1);
        }
        return (roots, total);
    }
}
