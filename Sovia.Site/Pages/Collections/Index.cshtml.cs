using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Collections;
using Sovia.Library.Browsing;
using Sovia.Media;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;
using Sovia.Query.Lists;
using Sovia.Web;

namespace Sovia.Pages.Collections;

/// <summary>Lists all collections with their item counts, and the deleted ones.</summary>
public sealed class IndexModel(
    CollectionCache known, EditCollections edit, CountMatches counts, BrowseLibrary library, FindUnscannedFiles unscanned,
    FfmpegTools tools, BlurredItems blurredItems, TimeProvider clock) : PageModel
{
    // Each picture reads a list and each count may run a search, so those not ready in time are omitted.
    private static readonly TimeSpan CountTimeLimit = TimeSpan.FromSeconds(1);

    /// <summary>The collections, each before its children.</summary>
    public IReadOnlyList<CollectionListItem> Items { get; private set; } = [];

    /// <summary>The deleted collections, latest first.</summary>
    public IReadOnlyList<Collection> Deleted { get; private set; } = [];

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var tree = await known.GetCurrentAsync(ct);
        var lines = new List<CollectionListItem>();
        var from = clock.GetTimestamp();
        foreach (var collection in tree.All) lines.Add(await LineAsync(tree, collection, CountTimeLimit - clock.GetElapsedTime(from), ct));
        (Items, Deleted) = (lines, tree.Deleted);
    }

    /// <summary>Restores a deleted collection and redirects to the list.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken ct)
    {
        var result = await edit.RestoreAsync(id, ct);
        if (result is { Collection: null, Problems.Count: 0 }) return NotFound();
        TempData["Toast"] = result.Collection is { } back ? $"Restored the collection {back.Name}." : result.Problems[0].Text;
        return Response.SeeOther("/collections");
    }

    private async Task<CollectionListItem> LineAsync(CollectionTree tree, Collection collection, TimeSpan left, CancellationToken ct)
    {
        var galleryRequest = GalleryRequest.Parse(Request,
            clock) with
        { Query = CollectionQuery.Create(tree, collection, clock.GetUtcNow(), ViewerTimeZone.FromRequest(Request)) };
        var count = left <= TimeSpan.Zero ? null : await counts.CountAsync(galleryRequest.List, CancellationToken.None)
            .WaitOrNullAsync(left);
        if (count is null or 0) return new(collection, tree.GetDepth(collection), count, null);
        return new(collection, tree.GetDepth(collection), count, await CoverAsync(galleryRequest, collection, ct));
    }

    private async Task<Card?> CoverAsync(GalleryRequest galleryRequest, Collection collection, CancellationToken ct)
    {
        var pagePosition = collection.CoverId is { } cover ? PagePosition.Top with { AroundPostId = cover } : PagePosition.Top;
        try
        {
            var families = (await library.ReadPageAsync(galleryRequest.List, pagePosition, ct)).Families
                .OrderByDescending(family => family.CoverId == collection.CoverId).Take(1).ToList();
            var here = await unscanned.FindPresentAsync(families.SelectMany(Card.GetUnscannedFiles), ct);
            var dim = await blurredItems.FindAsync(Request, galleryRequest.List, families, ct);
            return families.Select(family => Card.FromFamily(family, galleryRequest, null, here,
                tools) with
            { IsBlurred = dim.Contains(family.Id) }).FirstOrDefault();
        }
        catch (SearchTimeoutException)
        {
            return null;
        }
    }
}
