using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Collections;
using Sovia.Library;
using Sovia.Library.Search;
using Sovia.MediaFiles;
using Sovia.MediaFiles.Pictures;
using Sovia.Pages.Gallery;
using Sovia.Web;

namespace Sovia.Pages.Collections;

/// <summary>All collections with how much each holds, and those that were deleted.</summary>
public sealed class IndexModel(
    KnownCollections known, EditCollections edit, CountMatches counts, BrowseLibrary library, FindUnscanned unscanned, FrameTools tools, Blurred blurred, TimeProvider clock) : PageModel
{
    // Each picture is the first page of a list, and each number may be a search: what is not there in time is left out.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The collections, each before those in it.</summary>
    public IReadOnlyList<CollectionLine> Lines { get; private set; } = [];

    /// <summary>Those that were deleted, the last first.</summary>
    public IReadOnlyList<Collection> Deleted { get; private set; } = [];

    /// <summary>The page.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var tree = await known.CurrentAsync(ct);
        var lines = new List<CollectionLine>();
        var from = clock.GetTimestamp();
        foreach (var collection in tree.All) lines.Add(await LineAsync(tree, collection, Patience - clock.GetElapsedTime(from), ct));
        (Lines, Deleted) = (lines, tree.Deleted);
    }

    /// <summary>Restores a deleted collection and returns here.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken ct)
    {
        var result = await edit.RestoreAsync(id, ct);
        if (result is { Collection: null, Problems.Count: 0 }) return NotFound();
        TempData["Toast"] = result.Collection is { } back ? $"Restored the collection {back.Name}." : result.Problems[0].Text;
        return Response.ToPage("/collections");
    }

    private async Task<CollectionLine> LineAsync(CollectionTree tree, Collection collection, TimeSpan left, CancellationToken ct)
    {
        var asked = Asked.By(Request, clock) with { Query = CollectionQuery.Of(tree, collection, clock.GetUtcNow(), ViewerDays.ZoneOf(Request)) };
        var count = left <= TimeSpan.Zero ? null : await counts.OfAsync(asked.List, CancellationToken.None).WithinAsync(left);
        if (count is null or 0) return new(collection, tree.DepthOf(collection), count, null);
        return new(collection, tree.DepthOf(collection), count, await CoverAsync(asked, collection, ct));
    }

    private async Task<Card?> CoverAsync(Asked asked, Collection collection, CancellationToken ct)
    {
        var place = collection.CoverId is { } cover ? Place.Top with { At = cover } : Place.Top;
        try
        {
            var families = (await library.PageAsync(asked.List, place, ct)).Families.OrderByDescending(family => family.CoverId == collection.CoverId).Take(1).ToList();
            var here = await unscanned.HereAsync(families.SelectMany(Card.Unrecorded), ct);
            var dim = await blurred.InAsync(Request, asked.List, families, ct);
            return families.Select(family => Card.Of(family, asked, null, here, tools) with { IsBlurred = dim.Contains(family.Id) }).FirstOrDefault();
        }
        catch (TooSlowException)
        {
            return null;
        }
    }
}
