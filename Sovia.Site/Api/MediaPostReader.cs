using Sovia.Curation;
using Sovia.Library.Browsing;
using Sovia.Library.Families;
using Sovia.Query.Lists;

namespace Sovia.Api;

/// <summary>Reads families in the form of 8xSovia's API, in the order in which they are named.</summary>
internal sealed class MediaPostReader(BrowseLibrary library, FamilyMembersReader posts, PostsByIdReader single, ReadAnnotations annotations)
{
    /// <summary>Families of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="skip">How many come before: only where they stand is read of those.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="files">What addresses of files begin with.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IReadOnlyList<MediaPostJson>> ReadListAsync(ResolvedQuery list, int skip, int limit, string files,
        CancellationToken ct)
    {
        var from = skip == 0 ? null : await library.FindCursorAtAsync(list, skip - 1, ct);
        if (skip > 0 && from is null) return [];
        return await ReadFamiliesAsync([.. (await library.ReadCursorsAsync(list, from, limit, ct)).Select(place => place.Id)], files, ct);
    }

    /// <summary>The items of a page: families with all that was made from each, or posts.</summary>
    public async Task<IEnumerable<object>> ReadPageAsync(FamilyPage page, ResolvedQuery list, string files, CancellationToken ct)
    {
        if (!list.IsOfPosts) return await ReadFamiliesAsync([.. page.Families.Select(family => family.Id)], files, ct);
        var ids = page.Families.Select(family => family.CoverId).ToList();
        var read = (await single.ReadAsync(ids, ct)).ToDictionary(post => post.Id);
        var decided = await annotations.ReadAsync(ids, ct);
        return ids.Where(read.ContainsKey).Select(id => PostJson.From(read[id], decided.GetValueOrDefault(id), files));
    }

    /// <summary>Families by their roots' ids; those that lists do not show are left out.</summary>
    public async Task<IReadOnlyList<MediaPostJson>> ReadFamiliesAsync(IReadOnlyList<Guid> roots, string files, CancellationToken ct)
    {
        var shown = await ReadByRootAsync(roots, files, ct);
        return [.. roots.Where(shown.ContainsKey).Select(root => shown[root])];
    }

    /// <summary>The same, each by its root: another member stands for one that nobody has shown.</summary>
    public async Task<IReadOnlyDictionary<Guid, MediaPostJson>> ReadByRootAsync(IReadOnlyCollection<Guid> roots, string files,
        CancellationToken ct)
    {
        var families = await posts.ReadAsync(roots, ct);
        var decided = await annotations.ReadAsync(families.Values.SelectMany(family => family).Select(member => member.Id), ct);
        return families.ToDictionary(family => family.Key, family => MediaPostJson.From(family.Key, family.Value, decided, files));
    }
}
