using Npgsql;
using Sovia.Query;
using Sovia.Query.Lists;

namespace Sovia.Library.Browsing;

/// <summary>Finds the items that the user's hide search matches, for readers that do not read from a list.</summary>
public sealed class FindHideFilterMatches(ListMembership membership, NpgsqlDataSource source, CurrentTenant tenant)
{
    private static readonly IReadOnlySet<Guid> None = new HashSet<Guid>();

    /// <summary>Whether the current request hides any items.</summary>
    public static bool HidesAny => HideFilter.Current is not null;

    /// <summary>Returns the IDs of the families that are hidden.</summary>
    public Task<IReadOnlySet<Guid>> FindFamiliesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        FindAsync(ids, ListUnit.Family, ct);

    /// <summary>Returns the IDs of the posts that are hidden. Posts in the trash are checked too.</summary>
    public Task<IReadOnlySet<Guid>> FindPostsAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        FindAsync(ids, ListUnit.Post, ct);

    /// <summary>Returns whether all posts that have a file are hidden.</summary>
    /// <param name="sha256">The hash of the file.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<bool> IsFileHiddenAsync(string sha256, CancellationToken ct)
    {
        if (HideFilter.Current is null) return false;
        await using var command = source.CreateCommand(
            "select distinct post_id from sovia.mt_doc_filematch where tenant_id = $1 and sha_256 = $2");
        command.Parameters.Add(new() { Value = tenant.Id });
        command.Parameters.Add(new() { Value = sha256 });
        var owners = new List<Guid>();
        await using (var reader = await command.ExecuteReaderAsync(ct))
            while (await reader.ReadAsync(ct)) owners.Add(reader.GetGuid(0));
        return owners.Count > 0 && (await FindPostsAsync(owners, ct)).Count == owners.Count;
    }

    private Task<IReadOnlySet<Guid>> FindAsync(IReadOnlyCollection<Guid> ids, ListUnit unit, CancellationToken ct) =>
        HideFilter.Current is { } hidden && ids.Count > 0 ? membership.FilterAsync(hidden.CreateList(unit), ids, ct)
        : Task.FromResult(None);
}
