using Microsoft.AspNetCore.Mvc;
using Sovia.Duplicates.Related;
using Sovia.Library;
using Sovia.Metadata.Decoding;

namespace Sovia.Pages.Duplicates;

/// <summary>On the page of a post: clips of other families that go on where it ends, or end where it begins, and its variants.</summary>
public sealed class RelatedPostsViewComponent(ReadRelatedPosts related, FfmpegTools tools) : ViewComponent
{
    /// <summary>What is related to a post; nothing where there is none.</summary>
    public async Task<IViewComponentResult> InvokeAsync(Post post)
    {
        var found = await related.ReadAsync(post, HttpContext.RequestAborted);
        return found.Any ? View("~/Pages/Duplicates/_RelatedPosts.cshtml", RelatedPostsView.FromRelated(post, found, tools)) : Content("");
    }
}
