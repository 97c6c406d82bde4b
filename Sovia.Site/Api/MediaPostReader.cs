using Sovia.Curation;
using Sovia.Library.Browsing;
using Sovia.Library.Families;
using Sovia.Query.Lists;

namespace Sovia.Api;

/// <summary>Reads families in the format of 8xSovia's API, in the requested order.</summary>
internal sealed class MediaPostReader(BrowseLibrary library, FamilyMembersReader posts, PostsByIdReader single, ReadAnnotations annotations)
{
    /// <summary>Returns families of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="skip">The number of families to skip; only their positions are read.</param>
    /// <param name="limit">The maximum number of families.</param>
    /// <param name="files">The base of file URLs.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<MediaPostJson>> ReadListAsync(ResolvedQuery list, int skip, int limit, string files,
        CancellationToken ct)
    {
        var after = skip == 0 ? null : await library.FindCursorAtAsync(list, skip - 1, ct);
        if (skip > 0 && after is null) return [];
        return await ReadFamiliesAsync([.. (await library.ReadCursorsAsync(list, after, limit, ct)).Select(c => c.Id)], files, ct);
    }

    /// <summary>Returns the items of a page: posts, or families with all their members.</summary>
    public async Task<IEnumerable<object>> ReadPageAsync(FamilyPage page, ResolvedQuery list, string files, CancellationToken ct)
    {
        if (!list.IsOfPosts) return await ReadFamiliesAsync([.. page.Families.Select(family => family.Id)], files, ct);
        var ids = page.Families.Select(family => family.CoverId).ToList();
        var postsById = (await single.ReadAsync(ids, ct)).ToDictionary(post => post.Id);
        var annotationsById = await annotations.ReadAsync(ids, ct);
        return ids.Where(postsById.ContainsKey).Select(id => PostJson.From(postsById[id], annotationsById.GetValueOrDefault(id), files));
    }

    /// <summary>Returns families by the IDs of their roots, without unlisted ones.</summary>
    public async Task<IReadOnlyList<MediaPostJson>> ReadFamiliesAsync(IReadOnlyList<Guid> roots, string files, CancellationToken ct)
    {
        var familiesByRoot = await ReadByRootAsync(roots, files, ct);
        return [.. roots.Where(familiesByRoot.ContainsKey).Select(root => familiesByRoot[root])];
    }

    /// <summary>Returns families keyed by root ID. If a root was never imported, another member takes its place.</summary>
    public async Task<IReadOnlyDictionary<Guid, MediaPostJson>> ReadByRootAsync(IReadOnlyCollection<Guid> roots, string files,
        CancellationToken ct)
    {
        var families = await posts.ReadAsync(roots, ct);
        var annotationsById = await annotations.ReadAsync(families.Values.SelectMany(family => family).Select(member => member.Id), ct);
        return families.ToDictionary(family => family.Key, family => MediaPostJson.From(family.Key, family.Value, annotationsById, files));
    }
}
