using Npgsql;
using Sovia.Library;

namespace Sovia.Curation;

/// <summary>Finds the posts of a selection.</summary>
public sealed class FindSelectedPosts(NpgsqlDataSource source, CurrentTenant tenant)
{
    /// <summary>Returns the IDs of the selected posts. For a list of families, these are the covers or all members.</summary>
    /// <param name="selection">The selection.</param>
    /// <param name="wholeFamilies">True for all members of each family of a list.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyCollection<Guid>> FindIdsAsync(Selection selection, bool wholeFamilies, CancellationToken ct)
    {
        if (selection.List is not { } list)
            return wholeFamilies && selection.Covers.Count > 0 ? await FindWithFamiliesAsync(selection, ct) : selection.Ids ?? [];
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant.Id });
        var idsSql = list.BuildSql(command.Parameters, "x.id");
        command.CommandText = list.ListsPosts ? idsSql
            : wholeFamilies ? $"select m.id from sovia.post_index m where m.tenant_id = $1 and m.root_id in ({idsSql})"
            : $"select (d.data->>'coverId')::uuid from sovia.mt_doc_family d where d.tenant_id = $1 and d.id in ({idsSql})";
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var ids = new List<Guid>();
        while (await reader.ReadAsync(ct)) ids.Add(reader.GetGuid(0));
        return ids;
    }

    // Unlisted members stay as they are, because a family's card stands only for its listed members.
    private async Task<IReadOnlyCollection<Guid>> FindWithFamiliesAsync(Selection selection, CancellationToken ct)
    {
        await using var command = source.CreateCommand("""
            select m.id from sovia.post_index m where m.tenant_id = $1 and m.root_id in (select x.root_id from sovia.post_index x where x.tenant_id = $1 and x.id = any($2))
            """);
        command.Parameters.Add(new() { Value = tenant.Id });
        command.Parameters
            .Add(new()
            {
                Value = selection.Covers.ToArray(),
                NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Uuid
            });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var ids = new HashSet<Guid>(selection.Ids ?? []);
        while (await reader.ReadAsync(ct)) ids.Add(reader.GetGuid(0));
        return ids;
    }
}
