using System.Globalization;
using Marten;
using Npgsql;

namespace Sovia.Collections;

/// <summary>
/// Reads a stamp of the listed members of each manual collection, in one query. It changes only with the members, while the state version
/// changes with every like.
/// </summary>
public sealed class ReadMemberStamps(IQuerySession session)
{
    private const string Sql = """
        select c.id, count(*), bit_xor(uuid_hash_extended(a.id, 0))
        from sovia.post_annotation a cross join lateral unnest(a.collections) as c (id)
        where a.tenant_id = $1 and a.collections <> '{}'
            and exists (select from sovia.post_index x where x.tenant_id = $1 and x.id = a.id)
        group by c.id
        """;

    /// <summary>Returns the stamps by collection; none for an empty collection.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> ReadAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Sql) { Parameters = { new() { Value = session.TenantId } } };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var stamps = new Dictionary<Guid, string>();
        while (await reader.ReadAsync(ct))
            stamps[reader.GetGuid(0)] = string.Create(CultureInfo.InvariantCulture, $"{reader.GetInt64(1)}.{reader.GetInt64(2):x}");
        return stamps;
    }
}
