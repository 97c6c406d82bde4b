using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Collections;
using Sovia.Demo;
using Sovia.Library.Browsing;
using Sovia.Media;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Collections;
using Sovia.Pages.Gallery;
using Sovia.Query.Language;
using Sovia.Query.Lists;
using Sovia.Web;

namespace Sovia.Pages;

/// <summary>The gallery: the results of a query, page by page.</summary>
[ServiceFilter<PageCacheFilter>]
public sealed class IndexModel(
    BrowseLibrary library, CountMatches counts, MatchedMemberReader matches, SpellingSuggester nearest, FindUnscannedFiles unscanned,
    FfmpegTools tools, FindDemo demo, CollectionCache collections, BlurredItems blurredItems,
    TimeProvider clock) : PageModel
{
    /// <summary>The results.</summary>
    public GalleryView View { get; private set; } = null!;

    /// <summary>Whether the demo is in the library.</summary>
    public bool HasDemo { get; private set; }

    /// <summary>Whether the library is empty.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Shows the whole page. For htmx, returns only the results, or only the requested page of cards.</summary>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var galleryRequest = GalleryRequest.Parse(Request, clock);
        if (DisplayOptions.IsSpecifiedIn(Request.Query)) Remember(galleryRequest.Display);
        var isFragment = Request.WantsFragment();
        var isCardPage = isFragment && galleryRequest.Position is not { After: null, Before: null };
        // Not tied to the request, so that a slow count still completes and is cached for the next request.
        int? most = galleryRequest.TypedRequest is null ? null : CountTimeout.MaxWhileTyping;
        var counting = isCardPage ? null : counts.CountAsync(galleryRequest.List, CancellationToken.None, most);
        CardPage cardPage;
        try
        {
            cardPage = await ReadCardPageAsync(galleryRequest, isCardPage, ct);
        }
        catch (SearchTimeoutException) when (counting is not null)
        {
            Response.Headers.CacheControl = "no-store";
            View = new(galleryRequest, await counting.WaitOrNullAsync(TimeSpan.Zero), CardPage.Empty, null, IsTooSlow: true,
                MaxCounted: most);
            return isFragment ? Results(isSwapped: true) : Page();
        }
        if (counting is null) return Partial("_CardPage", cardPage);
        var count = await counting.WaitOrNullAsync(CountTimeout.GetTimeout(isFragment, most is not null && Request.IsSearchTyping()
            && await counts.MayTakeLongAsync(ct)));
        // Not cached, because the next response will have the count.
        if (count is null) Response.Headers.CacheControl = "no-store";
        var isNothingYet = cardPage.Cards.Count == 0 && Request.IsSearchTyping();
        View = new(galleryRequest, count, cardPage, cardPage.Cards.Count == 0 && !isNothingYet
            ? await nearest.SuggestAsync(galleryRequest.SearchBoxRequest.Query, ct) : null, MaxCounted: most)
        {
            Collection = CollectionParameter.FindCollection(galleryRequest.Query, await collections.GetCurrentAsync(ct)),
            Parts = cardPage.Cards.Count == 0 && !isNothingYet
            ? await SearchPartCount.CreateAllAsync(galleryRequest.SearchBoxRequest.Query, counts)
            : [],
        };
        // Keeps the previous results while an unfinished search finds nothing, because the next keystroke may find something.
        if (isFragment) return Results(isSwapped: !isNothingYet);
        IsEmpty = count == 0 && (galleryRequest.Query.IsUnfiltered
            || await counts.CountAsync(ResolvedQuery.From(galleryRequest.Query.WithoutFilters.WithUnit(Sovia.Query.ListUnit.Post)), ct,
                null) == 0);
        HasDemo = await demo.ExistsAsync(ct);
        return Page();
    }

    // Sends the URL with the results. Typing replaces the current history entry, with the final search once the box loses focus; any other
    // change adds an entry.
    private PartialViewResult Results(bool isSwapped)
    {
        if (isSwapped)
            Response.Headers[Request.IsFromSearchBox() ? "HX-Replace-Url" : "HX-Push-Url"] = Request.IsSearchTyping()
                ? View.GalleryRequest.SearchBoxUrl : View.GalleryRequest.GalleryUrl;
        else Response.Headers["HX-Reswap"] = "none";
        return Partial("Gallery/_Results", View);
    }

    private async Task<CardPage> ReadCardPageAsync(GalleryRequest galleryRequest, bool isCardPage, CancellationToken ct)
    {
        var page = await library.ReadPageAsync(galleryRequest.List, galleryRequest.Position, ct, galleryRequest.Preferences.PageSize);
        var shown = await matches.ReadAsync(galleryRequest.Query, page.Families, ct);
        var here = await unscanned.FindPresentAsync(page.Families.SelectMany(Card.GetUnscannedFiles), ct);
        var dim = await blurredItems.FindAsync(Request, galleryRequest.List, page.Families, ct);
        var cards = page.Families
            .Select(family => Card.FromFamily(family, galleryRequest, shown.GetValueOrDefault(family.Id), here,
                tools) with
            { IsBlurred = dim.Contains(family.Id) }).ToList();
        return CardPage.FromPage(page, cards, galleryRequest, isCardPage);
    }

    private void Remember(DisplayOptions displayOptions) => Response.Cookies.Append(
        DisplayOptions.CookieName, displayOptions.ToString(),
        new() { Path = "/", SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(400), IsEssential = true });
}
