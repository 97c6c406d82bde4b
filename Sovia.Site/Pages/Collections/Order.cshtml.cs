using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Collections;
using Sovia.Library.Browsing;
using Sovia.Media;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;
using Sovia.Query;
using Sovia.Query.Lists;
using Sovia.Web;

namespace Sovia.Pages.Collections;

/// <summary>Lists the members of a manual collection in order, to move one, sort all once, or set the cover.</summary>
/// <remarks>As for a post's controls, one check for all unsafe methods rejects cross-site requests, so no token is needed.</remarks>
[IgnoreAntiforgeryToken]
public sealed class OrderModel(
    CollectionCache collectionCache, EditCollections edit, OrderCollection order, BrowseLibrary library, CountMatches counts,
    FindUnscannedFiles unscanned, FfmpegTools tools, BlurredItems blurredItems, TimeProvider clock) : PageModel
{
    // More members than any real collection has.
    private const int MaxCount = 1_000_000;

    /// <summary>The id of the collection.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The collection.</summary>
    public Collection Collection { get; private set; } = null!;

    /// <summary>The members of this page.</summary>
    public IReadOnlyList<Card> Cards { get; private set; } = [];

    /// <summary>The number of members.</summary>
    public int Count { get; private set; }

    /// <summary>The URLs of the previous and next pages; null if there is none.</summary>
    public (string? Before, string? After) PageUrls { get; private set; }

    /// <summary>The sort orders that can be applied once.</summary>
    public static IEnumerable<SortBy> Sorts => SortBy.All.Where(sort => sort != SortBy.Manual);

    /// <summary>The URL of the page.</summary>
    public string Address => $"/collections/{Id}/order";

    /// <summary>Shows a page of members; 404 if there is no such manual collection.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindCollectionAsync(ct) is not { } collection) return NotFound();
        Collection = collection;
        var list = CollectionQuery.Members(collection, SortBy.Manual);
        var query = LibraryQuery.Everything(clock.GetUtcNow(), ViewerTimeZone.FromRequest(Request)).WithUnit(Sovia.Query.ListUnit.Post);
        var (pagePosition, _, messages) = PositionParameters.Parse(list, Request.Query, query.Zone);
        var page = await library.ReadPageAsync(list, pagePosition, ct);
        var galleryRequest = new GalleryRequest(query, [.. messages], pagePosition, DisplayOptions.Default, "");
        var savedUrls = await unscanned.FindPresentAsync(page.Families.SelectMany(Card.GetUnscannedFiles), ct);
        var blurredIds = await blurredItems.FindAsync(Request, list, page.Families, ct);
        Cards = [.. page.Families
            .Select(f => Card.FromFamily(f, galleryRequest, null, savedUrls, tools) with { IsBlurred = blurredIds.Contains(f.Id) })];
        Count = await counts.CountAsync(list, ct);
        PageUrls = (GetPageUrl("before", page.Before), GetPageUrl("after", page.After));
        return Page();
    }

    /// <summary>Moves a member and shows the page around it. A script gets 204, or 422 with the reason as text.</summary>
    /// <param name="post">The member.</param>
    /// <param name="to">The new position.</param>
    /// <param name="beside">The member that the position is relative to.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnPostMoveAsync(Guid post, MoveTarget to, Guid? beside, CancellationToken ct)
    {
        if (await FindCollectionAsync(ct) is null) return NotFound();
        if (!Enum.IsDefined(to) || !ModelState.IsValid) return BadRequest();
        var problem = await order.MoveAsync(Id, post, to, beside, ct);
        if (Request.WantsFragment())
            return problem is null ? new NoContentResult()
                : new ContentResult { Content = problem, StatusCode = StatusCodes.Status422UnprocessableEntity };
        return RedirectWithToast(problem, null, to is MoveTarget.Top ? "" : $"?at={post}");
    }

    /// <summary>Sorts all members once.</summary>
    /// <param name="sort">The sort order.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnPostSortAsync(string? sort, CancellationToken ct)
    {
        if (await FindCollectionAsync(ct) is not { } collection) return NotFound();
        if (Sorts.FirstOrDefault(s => s.Name == sort) is not { } sortBy) return BadRequest();
        var seed = sortBy == SortBy.Random ? System.Security.Cryptography.RandomNumberGenerator.GetInt32(1, 1 << 16) : 0;
        var cursors = await library.ReadCursorsAsync(CollectionQuery.Members(collection, sortBy) with { Seed = seed }, null, MaxCount, ct);
        return RedirectWithToast(await order.SortAsync(Id, cursors.Select(cursor => cursor.Id), ct), $"Sorted once: {sortBy.Title}.", "");
    }

    /// <summary>Sets the cover to a member, or back to the first member if none is given.</summary>
    /// <param name="post">The member.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnPostCoverAsync(Guid? post, CancellationToken ct)
    {
        var result = await edit.ChangeAsync(Id, before => before with { CoverId = post }, ct);
        if (result is { Collection: null, Problems.Count: 0 }) return NotFound();
        return RedirectWithToast(result.Problems.Count > 0 ? result.Problems[0].Text : null, post is null ? "The cover is chosen automatically."
            : "Changed the cover.", post is null ? "" : $"?at={post}");
    }

    private async Task<Collection?> FindCollectionAsync(CancellationToken ct) =>
        (await collectionCache.GetCurrentAsync(ct)).FindById(Id) is { IsSmart: false } collection ? collection : null;

    private StatusCodeResult RedirectWithToast(string? problem, string? message, string queryString)
    {
        if ((problem ?? message) is { } toast) TempData.SetToast(toast);
        return Response.SeeOther($"{Address}{queryString}");
    }

    private string? GetPageUrl(string name, Cursor? cursor) =>
        cursor is null ? null : $"{Address}?{name}={Uri.EscapeDataString(cursor.ToString())}";
}
