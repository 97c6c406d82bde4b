using Sovia.Library.Search;
using Sovia.MediaFiles;
using Sovia.MediaFiles.Pictures;
using Sovia.Pages.Gallery;
using Sovia.Similarity;

namespace Sovia.Pages.Posts;

/// <summary>Finds similar families for a page and makes their cards.</summary>
public sealed class ShowSimilar(FindSimilar similar, FindUnscanned unscanned, FrameTools tools, Blurred blurred)
{
    /// <summary>Some of them. A page that shows how the library was a moment ago is kept by nobody.</summary>
    /// <param name="roots">What they are like.</param>
    /// <param name="skip">How many of the first to leave out.</param>
    /// <param name="take">How many to show.</param>
    /// <param name="asked">The list that the posts were opened from.</param>
    /// <param name="http">The request.</param>
    /// <param name="next">The address of what follows so many.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SimilarView> OfAsync(IReadOnlyList<Guid> roots, int skip, int take, Asked asked, HttpContext http, Func<int, string> next, CancellationToken ct)
    {
        var page = await similar.OfAsync(roots, skip, take, ct);
        if (!page.IsCurrent) http.Response.Headers.CacheControl = "no-store";
        var here = await unscanned.HereAsync(page.Items.SelectMany(item => Card.Unrecorded(item.Family)), ct);
        var hasMore = page.HasMore && skip + take < SimilarPage.Most;
        return SimilarView.Of(page, $"{http.Request.PathBase}{http.Request.Path}{http.Request.QueryString}", hasMore ? next(skip + take) : null, asked, here, await blurred.InAsync(http.Request, Listing.All, page.Items.Select(item => item.Family), ct), tools);
    }
}
