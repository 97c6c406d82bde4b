using Microsoft.AspNetCore.Mvc;
using Sovia.Collections;
using Sovia.Curation;

namespace Sovia.Pages.Collections;

/// <summary>Shows the collections of a post, with forms to remove it from them and to add it to others.</summary>
public sealed class PostCollectionsViewComponent(CollectionCache collectionCache, ReadAnnotations annotations) : ViewComponent
{
    /// <summary>The view model.</summary>
    /// <param name="Post">The post.</param>
    /// <param name="ReturnUrl">The URL to return to.</param>
    /// <param name="Current">The collections that the post is in, with the query parameter for each.</param>
    /// <param name="Available">The manual collections that it can be added to, with their paths.</param>
    public sealed record ViewModel(Guid Post, string ReturnUrl, IReadOnlyList<(Collection Collection, string Path)> Current,
        IReadOnlyList<(Guid Id, string Path)> Available);

    /// <summary>Renders the block.</summary>
    /// <param name="post">The post.</param>
    /// <param name="back">The URL to return to.</param>
    public async Task<IViewComponentResult> InvokeAsync(Guid post, string back)
    {
        var ct = HttpContext.RequestAborted;
        var tree = await collectionCache.GetCurrentAsync(ct);
        var collectionIds = (await annotations.ReadAsync([post], ct)).GetValueOrDefault(post)?.Collections ?? [];
        return View(new ViewModel(
            post,
            back,
            [.. tree.All.Where(c => collectionIds.Contains(c.Id)).Select(c => (c, tree.GetPath(c)))],
            [.. tree.All.Where(c => !c.IsSmart && !c.Locked && !collectionIds.Contains(c.Id)).Select(c => (c.Id, tree.GetPath(c)))]));
    }
}
