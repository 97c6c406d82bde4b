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

/// <summary>What a query could be narrowed by, with counts. The gallery asks for parts of it once its items stand.</summary>
[ServiceFilter<PageCacheFilter>]
public sealed class FacetsModel(CountFacets facets, CountMatches counts, SuggestWords words, TimeProvider clock) : PageModel
{
    /// <summary>What was asked for.</summary>
    public GalleryRequest GalleryRequest { get; private set; } = null!;

    /// <summary>The counts.</summary>
    public FacetsView View { get; private set; } = null!;

    /// <summary>All facets: as a page, or for the gallery's panel.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await ReadAsync(ct)) return StatusCode(StatusCodes.Status503ServiceUnavailable);
        return Request.WantsFragment() ? Partial("_Facets", View) : Page();
    }

    /// <summary>The months alone, for the scrubber at the edge.</summary>
    public async Task<IActionResult> OnGetMonthsAsync(CancellationToken ct)
    {
        return await ReadAsync(ct) ? Partial("_Months", View) : StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The number of matches alone, where the gallery did not wait for it.</summary>
    /// <param name="upto">How many are counted at the most; absent, all.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IActionResult> OnGetCountAsync(int? upto, CancellationToken ct)
    {
        var galleryRequest = GalleryRequest.Parse(Request, clock);
        int? most = upto is { } number ? Math.Clamp(number, 1, CountTimeout.MaxWhileTyping) : null;
        try
        {
            return Partial("Gallery/_Count", new GalleryView(galleryRequest, await counts.CountAsync(galleryRequest.List, ct, most),
                CardPage.Empty, null, MaxCounted: most));
        }
        catch (SearchTimeoutException)
        {
            // It may be quicker the next time.
            Response.Headers.CacheControl = "no-store";
            return Partial("Gallery/_Count", new GalleryView(galleryRequest, null, CardPage.Empty, null, IsTooSlow: true));
        }
    }

    /// <summary>What could stand at the caret of a search, for the box to offer.</summary>
    /// <param name="search">The text in the box.</param>
    /// <param name="caret">Where the caret is in it, in UTF-16 units; absent, at its end.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IActionResult> OnGetCompleteAsync(string? search, int? caret, CancellationToken ct)
    {
        var text = search ?? "";
        var typed = CompletionContext.FromCaret(text, caret ?? text.Length);
        var facet = SuggestionList.FindFacet(typed.Metatag);
        // Of the whole library: a search that is only half typed says little about what will be left.
        var counted = facet is null ? null
            : await facets.CountAsync(LibraryQuery.Everything(clock.GetUtcNow(), ViewerTimeZone.FromRequest(Request)), ct);
        var known = typed.Kind == CompletionContext.CompletionKind.Name
            ? await words.StartingWithAsync(typed.Prefix, SuggestionList.MostWords, ct) : [];
        return Partial("_Suggestions", SuggestionList.Create(typed, counted is null ? [] : counted.Values[facet!], known));
    }

    // False where the search keeps the database busy for too long.
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
