using Sovia.Media;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;
using Sovia.Query.Lists;
using Sovia.Similarity;

namespace Sovia.Pages.Posts;

/// <summary>Finds similar families for a page and creates their cards.</summary>
public sealed class SimilarViewBuilder(FindSimilarFamilies similar, FindUnscannedFiles unscanned, FfmpegTools tools,
    BlurredItems blurredItems)
{
    /// <summary>Returns one page. Marks the response as not cacheable if the results are of an earlier state of the library.</summary>
    /// <param name="roots">The families to compare with.</param>
    /// <param name="skip">The number of results to skip.</param>
    /// <param name="take">The number of results to show.</param>
    /// <param name="galleryRequest">The list that the posts were opened from.</param>
    /// <param name="http">The request.</param>
    /// <param name="next">Returns the URL of the page that skips this many.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SimilarView> BuildAsync(IReadOnlyList<Guid> roots, int skip, int take, GalleryRequest galleryRequest,
        HttpContext http, Func<int, string> next, CancellationToken ct)
    {
        var page = await similar.FindPageAsync(roots, skip, take, ct);
        if (!page.IsCurrent) http.Response.Headers.CacheControl = "no-store";
        var savedUrls = await unscanned.FindPresentAsync(page.Items.SelectMany(item => Card.GetUnscannedFiles(item.Family)), ct);
        var hasMore = page.HasMore && skip + take < SimilarPage.MaxResults;
        return SimilarView.FromPage(page, $"{http.Request.PathBase}{http.Request.Path}{http.Request.QueryString}", hasMore
            ? next(skip + take) : null, galleryRequest, savedUrls,
            await blurredItems.FindAsync(http.Request, ResolvedQuery.All, page.Items.Select(item => item.Family), ct), tools);
    }
}
