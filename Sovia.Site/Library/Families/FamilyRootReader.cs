using Npgsql;
using NpgsqlTypes;

namespace Sovia.Library.Families;

/// <summary>Finds the families of posts.</summary>
public sealed class FamilyRootReader(NpgsqlDataSource source, CurrentTenant tenant)
{
    /// <summary>Returns the root of each listed post.</summary>
    public async Task<IReadOnlyDictionary<Guid, Guid>> ReadAsync(IReadOnlyCollection<Guid> posts, CancellationToken ct)
    {
        var roots = new Dictionary<Guid, Guid>();
        if (posts.Count == 0) return roots;
        await using var command = source.CreateCommand(
            "select x.id, x.root_id from unnest($2) as one (id) join sovia.post_index x on x.tenant_id = $1 and x.id = one.id");
        command.Parameters.Add(new() { Value = tenant.Id });
        command.Parameters.Add(new() { Value = posts.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) roots[reader.GetGuid(0)] = reader.GetGuid(1);
        return roots;
    }
}
