using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Pages.Gallery;
using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Query.Language;
using Sovia.Query.Lists;
using Sovia.Web;

namespace Sovia.Pages.Facets;

/// <summary>Shows the facets of a query with counts. The gallery loads fragments of it after its items.</summary>
[ServiceFilter<PageCacheFilter>]
public sealed class FacetsModel(CountFacets facets, CountMatches counts, SuggestWords words, TimeProvider clock) : PageModel
{
    /// <summary>The parsed request.</summary>
    public GalleryRequest GalleryRequest { get; private set; } = null!;

    /// <summary>The counts.</summary>
    public FacetsView View { get; private set; } = null!;

    /// <summary>Shows all facets, as a page or as a fragment for the gallery's panel.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await ReadAsync(ct)) return StatusCode(StatusCodes.Status503ServiceUnavailable);
        return Request.WantsFragment() ? Partial("_Facets", View) : Page();
    }

    /// <summary>Returns the months only, for the timeline scrubber.</summary>
    public async Task<IActionResult> OnGetMonthsAsync(CancellationToken ct)
    {
        return await ReadAsync(ct) ? Partial("_Months", View) : StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Returns the number of matches only, if the gallery did not wait for it.</summary>
    /// <param name="upto">The limit at which counting stops; null counts all.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnGetCountAsync(int? upto, CancellationToken ct)
    {
        var galleryRequest = GalleryRequest.Parse(Request, clock);
        int? limit = upto is { } number ? Math.Clamp(number, 1, CountTimeout.MaxWhileTyping) : null;
        try
        {
            return Partial("Gallery/_Count", new GalleryView(galleryRequest, await counts.CountAsync(galleryRequest.List, ct, limit),
                CardPage.Empty, null, MaxCounted: limit));
        }
        catch (SearchTimeoutException)
        {
            // Not cached, because the count may finish in time on the next request.
            Response.Headers.CacheControl = "no-store";
            return Partial("Gallery/_Count", new GalleryView(galleryRequest, null, CardPage.Empty, null, IsTooSlow: true));
        }
    }

    /// <summary>Returns suggestions for the caret position in the search box.</summary>
    /// <param name="search">The text in the box.</param>
    /// <param name="caret">The caret position in UTF-16 units; null for the end of the text.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnGetCompleteAsync(string? search, int? caret, CancellationToken ct)
    {
        var text = search ?? "";
        var context = CompletionContext.FromCaret(text, caret ?? text.Length);
        var facet = SuggestionList.FindFacet(context.Metatag);
        // Counts in the whole library, because a half-typed search says little about its results.
        var facetCounts = facet is null ? null
            : await facets.CountAsync(LibraryQuery.Everything(clock.GetUtcNow(), ViewerTimeZone.FromRequest(Request)), ct);
        var matches = context.Kind == CompletionContext.CompletionKind.Name
            ? await words.FindByPrefixAsync(context.Prefix, SuggestionList.MaxWords, ct) : [];
        return Partial("_Suggestions", SuggestionList.Create(context, facetCounts is null ? [] : facetCounts.Values[facet!], matches));
    }

    // Returns false if the database query times out.
    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        GalleryRequest = GalleryRequest.Parse(Request, clock);
        try
        {
            View = new(GalleryRequest, await facets.CountAsync(GalleryRequest.Query, ct));
            return true;
        }
        catch (SearchTimeoutException)
        {
            return false;
        }
    }
}
