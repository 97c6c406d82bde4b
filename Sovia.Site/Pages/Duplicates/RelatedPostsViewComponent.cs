using Microsoft.AspNetCore.Mvc;
using Sovia.Duplicates.Related;
using Sovia.Library;
using Sovia.Metadata.Decoding;

namespace Sovia.Pages.Duplicates;

/// <summary>
/// Shows on a post's page the videos of other families that continue it or that it continues, and its variants.
/// </summary>
public sealed class RelatedPostsViewComponent(ReadRelatedPosts related, FfmpegTools tools) : ViewComponent
{
    /// <summary>Renders the related posts; renders nothing if there are none.</summary>
    public async Task<IViewComponentResult> InvokeAsync(Post post)
    {
        var posts = await related.ReadAsync(post, HttpContext.RequestAborted);
        return posts.Any ? View("~/Pages/Duplicates/_RelatedPosts.cshtml", RelatedPostsView.FromRelated(post, posts, tools)) : Content("");
    }
}
