using Microsoft.AspNetCore.Mvc;
using Sovia.Collections;
using Sovia.Curation;

namespace Sovia.Pages.Collections;

/// <summary>The collections that a post was put into, with forms to take it out and to put it into others.</summary>
public sealed class PostCollectionsViewComponent(CollectionCache known, ReadAnnotations annotations) : ViewComponent
{
    /// <summary>What the view shows.</summary>
    /// <param name="Post">The post.</param>
    /// <param name="ReturnUrl">Where to return to.</param>
    /// <param name="Current">The collections that it is in, with the part of an address that shows each.</param>
    /// <param name="Available">Manual collections that it can be put into, with their paths.</param>
    public sealed record ViewModel(Guid Post, string ReturnUrl, IReadOnlyList<(Collection Collection, string Path)> Current,
        IReadOnlyList<(Guid Id, string Path)> Available);

    /// <summary>The block.</summary>
    /// <param name="post">The post.</param>
    /// <param name="back">Where to return to.</param>
    public async Task<IViewComponentResult> InvokeAsync(Guid post, string back)
    {
        var ct = HttpContext.RequestAborted;
        var tree = await known.GetCurrentAsync(ct);
        var ids = (await annotations.ReadAsync([post], ct)).GetValueOrDefault(post)?.Collections ?? [];
        return View(new ViewModel(
            post,
            back,
            [.. tree.All.Where(one => ids.Contains(one.Id)).Select(one => (one, tree.GetPath(one)))],
            [.. tree.All.Where(one => !one.IsSmart && !one.Locked && !ids.Contains(one.Id)).Select(one => (one.Id, tree.GetPath(one)))]));
    }
}
