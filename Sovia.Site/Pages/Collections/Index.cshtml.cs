using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Collections;
using Sovia.Library;
using Sovia.MediaFiles;
using Sovia.MediaFiles.Pictures;
using Sovia.Pages.Gallery;
using Sovia.Web;

namespace Sovia.Pages.Collections;

/// <summary>All collections with how much each holds, and those that were deleted.</summary>
public sealed class IndexModel(
    KnownCollections known, EditCollections edit, CountMatches counts, BrowseLibrary library, FindUnscanned unscanned, FrameTools tools, TimeProvider clock) : PageModel
{
    // Each picture is the first page of a list.
    private const int MostCovers = 60;

    /// <summary>The collections, each before those in it.</summary>
    public IReadOnlyList<CollectionLine> Lines { get; private set; } = [];

    /// <summary>Those that were deleted, the last first.</summary>
    public IReadOnlyList<Collection> Deleted { get; private set; } = [];

    /// <summary>The page.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var tree = await known.CurrentAsync(ct);
        var lines = new List<CollectionLine>();
        foreach (var collection in tree.All) lines.Add(await LineAsync(tree, collection, lines.Count < MostCovers, ct));
        (Lines, Deleted) = (lines, tree.Deleted);
    }

    /// <summary>Restores a deleted collection and returns here.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken ct)
    {
        if (await edit.RestoreAsync(id, ct) is not { Collection: { } collection }) return NotFound();
        TempData["Toast"] = $"Restored the collection {collection.Name}.";
        return Response.ToPage("/collections");
    }

    private async Task<CollectionLine> LineAsync(CollectionTree tree, Collection collection, bool withCover, CancellationToken ct)
    {
        var asked = Asked.By(Request, clock) with { Query = CollectionAddress.QueryOf(tree, collection, clock.GetUtcNow(), ViewerDays.ZoneOf(Request)) };
        var count = await counts.OfAsync(asked.List, CancellationToken.None).WithinAsync(Counting.Patience(isFragment: false, isHurried: false));
        if (!withCover || count == 0) return new(collection, tree.DepthOf(collection), count, null);
        var place = collection.CoverId is { } cover ? Place.Top with { At = cover } : Place.Top;
        var families = (await library.PageAsync(asked.List, place, ct)).Families.OrderByDescending(family => family.CoverId == collection.CoverId).Take(1).ToList();
        var here = await unscanned.HereAsync(families.SelectMany(Card.Unrecorded), ct);
        return new(collection, tree.DepthOf(collection), count, families.Select(family => Card.Of(family, asked, null, here, tools)).FirstOrDefault());
    }
}
