using Npgsql;
using NpgsqlTypes;

namespace Sovia.Library.Browsing;

/// <summary>Checks which IDs belong to posts, listed or not.</summary>
public sealed class PostIdReader(NpgsqlDataSource source, CurrentTenant tenant)
{
    /// <summary>Returns the IDs that the library has, in the given order.</summary>
    public async Task<IReadOnlyList<Guid>> FindExistingAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "select x.id from unnest($2) with ordinality as one (id, place) join sovia.every_post x on x.tenant_id = $1 and x.id = "
            + "one.id order by one.place");
        command.Parameters.Add(new() { Value = tenant.Id });
        command.Parameters.Add(new() { Value = ids.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var existingIds = new List<Guid>();
        while (await reader.ReadAsync(ct)) existingIds.Add(reader.GetGuid(0));
        return existingIds;
    }
}
