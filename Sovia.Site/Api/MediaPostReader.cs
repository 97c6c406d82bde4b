using Sovia.Curation;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Query.Lists;

namespace Sovia.Api;

/// <summary>Reads families in the format of 8xSovia's API, in the requested order.</summary>
internal sealed class MediaPostReader(BrowseLibrary library, ReadAnnotatedPosts posts, ReadFamilyVersions versions,
    FindHideFilterMatches hidden,
    PostsByIdReader single, ReadAnnotations annotations, FamilyJsonCache cache, CurrentTenant tenant)
{
    /// <summary>Returns families of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="skip">The number of families to skip; only their positions are read.</param>
    /// <param name="limit">The maximum number of families.</param>
    /// <param name="baseUrl">The base of file URLs.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<FamilyJson>> ReadListAsync(ResolvedQuery list, int skip, int limit, string baseUrl,
        CancellationToken ct)
    {
        var after = skip == 0 ? null : await library.FindCursorAtAsync(list, skip - 1, ct);
        if (skip > 0 && after is null) return [];
        return await ReadFamiliesAsync([.. (await library.ReadCursorsAsync(list, after, limit, ct)).Select(c => c.Id)], baseUrl, ct);
    }

    /// <summary>Returns the items of a page: posts, or families with all their members.</summary>
    public async Task<IEnumerable<object>> ReadPageAsync(FamilyPage page, ResolvedQuery list, string baseUrl, CancellationToken ct)
    {
        if (!list.ListsPosts) return await ReadFamiliesAsync([.. page.Families.Select(family => family.Id)], baseUrl, ct);
        var ids = page.Families.Select(family => family.CoverId).ToList();
        var postsById = (await single.ReadAsync(ids, ct)).ToDictionary(post => post.Id);
        var annotationsById = await annotations.ReadAsync(ids, ct);
        return ids.Where(postsById.ContainsKey).Select(id => PostJson.From(postsById[id], annotationsById.GetValueOrDefault(id), baseUrl));
    }

    /// <summary>Returns families by the IDs of their roots, without unlisted ones.</summary>
    public async Task<IReadOnlyList<FamilyJson>> ReadFamiliesAsync(IReadOnlyList<Guid> roots, string baseUrl, CancellationToken ct)
    {
        // The user's hide search determines the hidden members, and its results have no version that could be part of the cache key.
        var versionsByRoot = FindHideFilterMatches.HidesAny ? new Dictionary<Guid, FamilyVersion>() : await versions.ReadAsync(roots, ct);
        var families = new Dictionary<Guid, FamilyJson>(roots.Count);
        foreach (var (root, version) in versionsByRoot)
            if (cache.Find(new(tenant.Id, version, baseUrl)) is { } family) families[root] = family;
        var missing = roots.Where(root => !families.ContainsKey(root)).Distinct().ToList();
        // Read after the versions, so that a cached family is never older than the version in its key.
        foreach (var (root, family) in await ReadByRootAsync(missing, baseUrl, ct))
        {
            families[root] = FamilyJson.From(family);
            if (versionsByRoot.TryGetValue(root, out var version)) cache.Add(new(tenant.Id, version, baseUrl), families[root]);
        }
        return [.. roots.Where(families.ContainsKey).Select(root => families[root])];
    }

    /// <summary>Returns families keyed by root ID. If a root was never imported, another member takes its place.</summary>
    public async Task<IReadOnlyDictionary<Guid, MediaPostJson>> ReadByRootAsync(IReadOnlyCollection<Guid> roots, string baseUrl,
        CancellationToken ct)
    {
        if (roots.Count == 0) return new Dictionary<Guid, MediaPostJson>();
        var members = await posts.ReadAsync(ResolvedQuery.All, roots, ct);
        var hiddenIds = await hidden.FindPostsAsync([.. members.Select(member => member.Post.Id)], ct);
        return members.Where(member => !hiddenIds.Contains(member.Post.Id)).GroupBy(member => member.Post.RootId)
            .ToDictionary(family => family.Key, family => MediaPostJson.From(family.Key, [.. family], baseUrl));
    }
}
