using Sovia.Library.Browsing;
using Sovia.Media;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;
using Sovia.Query;
using Sovia.Query.Lists;

namespace Sovia.Pages.Collections;

/// <summary>Previews a search before it becomes a smart collection: its count, up to a limit, and its first results.</summary>
public sealed class PreviewCollection(BrowseLibrary library, CountMatches counts, FindUnscannedFiles unscanned, FfmpegTools tools,
    BlurredItems blurredItems, TimeProvider clock)
{
    private const int Limit = 12;

    // The user is typing, so the next pause makes this preview obsolete.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    /// <summary>Creates the preview of a query in URL form.</summary>
    public async Task<PreviewView> CreateAsync(HttpRequest request, string query, CancellationToken ct)
    {
        var (parsedQuery, problems) = StrictQueryParser.Parse(query, clock.GetUtcNow(), ViewerTimeZone.FromRequest(request));
        if (!problems.IsEmpty) return new(problems[0].Text, null, []);
        if (parsedQuery.IsUnfiltered) return new("Add a condition to preview its results.", null, []);
        var galleryRequest = GalleryRequest.Parse(request, clock) with { Query = parsedQuery.WithUnit(Sovia.Query.ListUnit.Family) };
        try
        {
            var families = (await library.ReadPageAsync(galleryRequest.List, PagePosition.Top, ct, Limit)).Families.Take(Limit).ToList();
            var savedUrls = await unscanned.FindPresentAsync(families.SelectMany(Card.GetUnscannedFiles), ct);
            var blurredIds = await blurredItems.FindAsync(request, galleryRequest.List, families, ct);
            var count = await counts.CountAsync(galleryRequest.List, CancellationToken.None, CountTimeout.MaxWhileTyping)
                .WaitOrNullAsync(Timeout);
            return new(null, count,
                [.. families.Select(family => Card.FromFamily(family, galleryRequest, null, savedUrls,
                    tools) with { IsBlurred = blurredIds.Contains(family.Id) })]);
        }
        catch (SearchTimeoutException)
        {
            return new("This search takes too long to preview.", null, []);
        }
    }
}
