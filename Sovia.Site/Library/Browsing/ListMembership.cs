using Npgsql;
using NpgsqlTypes;
using Sovia.Index.Versions;
using Sovia.Query.Lists;

namespace Sovia.Library.Browsing;

/// <summary>Tells which of some items are in a list.</summary>
public sealed class ListMembership(NpgsqlDataSource source, CurrentTenant tenant, LibraryStateCache versions)
{
    /// <summary>Those of some items that a list holds.</summary>
    /// <param name="list">The list.</param>
    /// <param name="ids">Its items or others: families of a list of families, else posts.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IReadOnlySet<Guid>> FilterAsync(ResolvedQuery list, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var matching = new HashSet<Guid>();
        if (ids.Count == 0) return matching;
        list = list.ForLibrary(await versions.GetCurrentAsync(tenant.Id, ct));
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant.Id });
        var found = list.BuildSql(command.Parameters, "x.id");
        command.Parameters.Add(new() { Value = ids.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        // A page of them is looked up by id, in each part of the list.
        command.CommandText = $"select found.id from ({found}) as found where found.id = any(${command.Parameters.Count})";
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) matching.Add(reader.GetGuid(0));
        return matching;
    }
}
