using Sovia.Curation;
using Sovia.Library;
using Sovia.Library.Search;

namespace Sovia.Api;

/// <summary>Reads families in the form of 8xSovia's API, in the order in which they are named.</summary>
internal sealed class MediaPosts(BrowseLibrary library, PostsOfFamilies posts, PostsById single, ReadAnnotations annotations)
{
    /// <summary>Families of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="skip">How many come before: only where they stand is read of those.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="files">What addresses of files begin with.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IReadOnlyList<MediaPostJson>> OfListAsync(Listing list, int skip, int limit, string files, CancellationToken ct)
    {
        var from = skip == 0 ? null : await library.PlaceAtAsync(list, skip - 1, ct);
        if (skip > 0 && from is null) return [];
        return await OfAsync([.. (await library.PlacesAsync(list, from, limit, ct)).Select(place => place.Id)], files, ct);
    }

    /// <summary>The items of a page: families with all that was made from each, or posts.</summary>
    public async Task<IEnumerable<object>> OfPageAsync(FamilyPage page, Listing list, string files, CancellationToken ct)
    {
        if (!list.OfPosts) return await OfAsync([.. page.Families.Select(family => family.Id)], files, ct);
        var ids = page.Families.Select(family => family.CoverId).ToList();
        var read = (await single.OfAsync(ids, ct)).ToDictionary(post => post.Id);
        var decided = await annotations.OfAsync(ids, ct);
        return ids.Where(read.ContainsKey).Select(id => PostJson.Of(read[id], decided.GetValueOrDefault(id), files));
    }

    /// <summary>Families by their roots' ids; those that lists do not show are left out.</summary>
    public async Task<IReadOnlyList<MediaPostJson>> OfAsync(IReadOnlyList<Guid> roots, string files, CancellationToken ct)
    {
        var shown = await ByRootAsync(roots, files, ct);
        return [.. roots.Where(shown.ContainsKey).Select(root => shown[root])];
    }

    /// <summary>The same, each by its root: another member stands for one that nobody has shown.</summary>
    public async Task<IReadOnlyDictionary<Guid, MediaPostJson>> ByRootAsync(IReadOnlyCollection<Guid> roots, string files, CancellationToken ct)
    {
        var families = await posts.OfAsync(roots, ct);
        var decided = await annotations.OfAsync(families.Values.SelectMany(family => family).Select(member => member.Id), ct);
        return families.ToDictionary(family => family.Key, family => MediaPostJson.Of(family.Key, family.Value, decided, files));
    }
}
