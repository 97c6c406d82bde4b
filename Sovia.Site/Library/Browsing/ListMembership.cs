using Npgsql;
using NpgsqlTypes;
using Sovia.Index.Versions;
using Sovia.Query.Lists;

namespace Sovia.Library.Browsing;

/// <summary>Checks which items are in a list.</summary>
public sealed class ListMembership(NpgsqlDataSource source, CurrentTenant tenant, LibraryStateCache versions)
{
    /// <summary>Returns the IDs that are in a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="ids">IDs to check: of families for a list of families, otherwise of posts.</param>
    /// <param name="ct">Cancels the query.</param>
    public async Task<IReadOnlySet<Guid>> FilterAsync(ResolvedQuery list, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var matchingIds = new HashSet<Guid>();
        if (ids.Count == 0) return matchingIds;
        list = list.ForLibrary(await versions.GetCurrentAsync(tenant.Id, ct));
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant.Id });
        var idsSql = list.BuildSql(command.Parameters, "x.id");
        command.Parameters.Add(new() { Value = ids.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        // The IDs of one page are looked up by key in each part of the list.
        command.CommandText = $"select found.id from ({idsSql}) as found where found.id = any(${command.Parameters.Count})";
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) matchingIds.Add(reader.GetGuid(0));
        return matchingIds;
    }
}
