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
        if (DisplayOptions.IsSpecifiedIn(Request.Query)) SaveDisplayOptions(galleryRequest.Display);
        var isFragment = Request.WantsFragment();
        var isCardPage = isFragment && galleryRequest.Position is not { After: null, Before: null };
        // Not tied to the request, so that a slow count still completes and is cached for the next request.
        int? maxCount = galleryRequest.TypedRequest is null ? null : CountTimeout.MaxWhileTyping;
        var countTask = isCardPage ? null : counts.CountAsync(galleryRequest.List, CancellationToken.None, maxCount);
        CardPage cardPage;
        try
        {
            cardPage = await ReadCardPageAsync(galleryRequest, isCardPage, ct);
        }
        catch (SearchTimeoutException) when (countTask is not null)
        {
            Response.Headers.CacheControl = "no-store";
            View = new(galleryRequest, await countTask.WaitOrNullAsync(TimeSpan.Zero), CardPage.Empty, null, IsTooSlow: true,
                MaxCounted: maxCount);
            return isFragment ? RenderResults(shouldSwap: true) : Page();
        }
        if (countTask is null) return Partial("_CardPage", cardPage);
        var count = await countTask.WaitOrNullAsync(CountTimeout.GetTimeout(isFragment, maxCount is not null && Request.IsSearchTyping()
            && await counts.MayTakeLongAsync(ct)));
        // Not cached, because the next response will have the count.
        if (count is null) Response.Headers.CacheControl = "no-store";
        var isEmptyWhileTyping = cardPage.Cards.Count == 0 && Request.IsSearchTyping();
        View = new(galleryRequest, count, cardPage, cardPage.Cards.Count == 0 && !isEmptyWhileTyping
            ? await nearest.SuggestAsync(galleryRequest.SearchBoxRequest.Query, ct) : null, MaxCounted: maxCount)
        {
            Collection = CollectionParameter.FindCollection(galleryRequest.Query, await collections.GetCurrentAsync(ct)),
            Parts = cardPage.Cards.Count == 0 && !isEmptyWhileTyping
            ? await SearchPartCount.CreateAllAsync(galleryRequest.SearchBoxRequest.Query, counts)
            : [],
        };
        // Keeps the previous results while an unfinished search finds nothing, because the next keystroke may find something.
        if (isFragment) return RenderResults(shouldSwap: !isEmptyWhileTyping);
        IsEmpty = count == 0 && (galleryRequest.Query.IsUnfiltered
            || await counts.CountAsync(ResolvedQuery.From(galleryRequest.Query.WithoutFilters.WithUnit(Sovia.Query.ListUnit.Post)), ct,
                null) == 0);
        HasDemo = await demo.ExistsAsync(ct);
        return Page();
    }

    // Sends the URL with the results. Typing replaces the current history entry, with the final search once the box loses focus; any other
    // change adds an entry.
    private PartialViewResult RenderResults(bool shouldSwap)
    {
        if (shouldSwap)
            Response.Headers[Request.IsFromSearchBox() ? "HX-Replace-Url" : "HX-Push-Url"] = Request.IsSearchTyping()
                ? View.GalleryRequest.SearchBoxUrl : View.GalleryRequest.GalleryUrl;
        else Response.Headers["HX-Reswap"] = "none";
        return Partial("Gallery/_Results", View);
    }

    private async Task<CardPage> ReadCardPageAsync(GalleryRequest galleryRequest, bool isCardPage, CancellationToken ct)
    {
        var page = await library.ReadPageAsync(galleryRequest.List, galleryRequest.Position, ct, galleryRequest.Preferences.PageSize);
        var familyMatches = await matches.ReadAsync(galleryRequest.Query, page.Families, ct);
        var savedUrls = await unscanned.FindPresentAsync(page.Families.SelectMany(Card.GetUnscannedFiles), ct);
        var blurredIds = await blurredItems.FindAsync(Request, galleryRequest.List, page.Families, ct);
        var cards = page.Families
            .Select(family => Card.FromFamily(family, galleryRequest, familyMatches.GetValueOrDefault(family.Id), savedUrls,
                tools) with
            { IsBlurred = blurredIds.Contains(family.Id) }).ToList();
        return CardPage.FromPage(page, cards, galleryRequest, isCardPage);
    }

    private void SaveDisplayOptions(DisplayOptions displayOptions) => Response.Cookies.Append(
        DisplayOptions.CookieName, displayOptions.ToString(),
        new() { Path = "/", SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(400), IsEssential = true });
}
