using Sovia.Media;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;
using Sovia.Query.Lists;
using Sovia.Similarity;

namespace Sovia.Pages.Posts;

/// <summary>Finds similar families for a page and makes their cards.</summary>
public sealed class BuildSimilarView(FindSimilarFamilies similar, FindUnscannedFiles unscanned, FfmpegTools tools,
    BlurredItems blurredItems)
{
    /// <summary>Some of them. A page that shows how the library was a moment ago is kept by nobody.</summary>
    /// <param name="roots">What they are like.</param>
    /// <param name="skip">How many of the first to leave out.</param>
    /// <param name="take">How many to show.</param>
    /// <param name="galleryRequest">The list that the posts were opened from.</param>
    /// <param name="http">The request.</param>
    /// <param name="next">The address of what follows so many.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SimilarView> BuildAsync(IReadOnlyList<Guid> roots, int skip, int take, GalleryRequest galleryRequest,
        HttpContext http, Func<int, string> next, CancellationToken ct)
    {
        var page = await similar.FindPageAsync(roots, skip, take, ct);
        if (!page.IsCurrent) http.Response.Headers.CacheControl = "no-store";
        var here = await unscanned.FindPresentAsync(page.Items.SelectMany(item => Card.GetUnscannedFiles(item.Family)), ct);
        var hasMore = page.HasMore && skip + take < SimilarPage.MaxResults;
        return SimilarView.FromPage(page, $"{http.Request.PathBase}{http.Request.Path}{http.Request.QueryString}", hasMore
            ? next(skip + take) : null, galleryRequest, here,
            await blurredItems.FindAsync(http.Request, ResolvedQuery.All, page.Items.Select(item => item.Family), ct), tools);
    }
}
