using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Collections;
using Sovia.Demo;
using Sovia.Library;
using Sovia.Library.Search;
using Sovia.MediaFiles;
using Sovia.MediaFiles.Pictures;
using Sovia.Pages.Collections;
using Sovia.Pages.Gallery;
using Sovia.Web;

namespace Sovia.Pages;

/// <summary>The gallery: what a query finds, a stretch at a time.</summary>
[ServiceFilter<WhileUnchanged>]
public sealed class IndexModel(
    BrowseLibrary library, CountMatches counts, MatchedMembers matches, NearestWords nearest, FindUnscanned unscanned, FrameTools tools, FindDemo demo, KnownCollections collections, Blurred blurred,
    TimeProvider clock) : PageModel
{
    /// <summary>The results.</summary>
    public GalleryView View { get; private set; } = null!;

    /// <summary>Whether the demo is in the library.</summary>
    public bool HasDemo { get; private set; }

    /// <summary>Whether there is nothing in the library at all.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>The whole page; where htmx asks, the results alone, or of a place further on its stretch alone.</summary>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var asked = Asked.By(Request, clock);
        if (Display.IsIn(Request.Query)) Remember(asked.Display);
        var isFragment = Request.WantsFragment();
        var isStretch = isFragment && asked.Place is not { After: null, Before: null };
        // Counted to its end even where this page does not wait for it: the next one has it.
        int? most = asked.Typed is null ? null : Counting.MostWhileTyping;
        var counting = isStretch ? null : counts.OfAsync(asked.List, CancellationToken.None, most);
        Stretch stretch;
        try
        {
            stretch = await StretchAsync(asked, isStretch, ct);
        }
        catch (TooSlowException) when (counting is not null)
        {
            Response.Headers.CacheControl = "no-store";
            View = new(asked, await counting.WithinAsync(TimeSpan.Zero), Stretch.None, null, IsTooSlow: true, Most: most);
            return isFragment ? Results(isSwapped: true) : Page();
        }
        if (counting is null) return Partial("_Stretch", stretch);
        var count = await counting.WithinAsync(Counting.Patience(isFragment, most is not null && Request.IsTyping() && await counts.MayTakeLongAsync(ct)));
        // The next one has the number.
        if (count is null) Response.Headers.CacheControl = "no-store";
        var isNothingYet = stretch.Cards.Count == 0 && Request.IsTyping();
        View = new(asked, count, stretch, stretch.Cards.Count == 0 && !isNothingYet ? await nearest.ForAsync(asked.Written.Query, ct) : null, Most: most)
        {
            Collection = CollectionAddress.ShownBy(asked.Query, await collections.CurrentAsync(ct)),
            Parts = stretch.Cards.Count == 0 && !isNothingYet ? await NothingPart.OfAsync(asked.Written.Query, counts) : [],
        };
        // The next letter may find something: until then the results of the letters before stay.
        if (isFragment) return Results(isSwapped: !isNothingYet);
        IsEmpty = count == 0 && (asked.Query.IsWhole || await counts.OfAsync(Listing.Of(asked.Query.Cleared.WithUnit(Library.Search.Unit.Post)), ct, null) == 0);
        HasDemo = await demo.IsThereAsync(ct);
        return Page();
    }

    // The address goes with the results. Typing replaces the one it began with, by what is found once the box is left; anything else is a step of its own.
    private PartialViewResult Results(bool isSwapped)
    {
        if (isSwapped) Response.Headers[Request.IsOfSearchBox() ? "HX-Replace-Url" : "HX-Push-Url"] = Request.IsTyping() ? View.Asked.Exact : View.Asked.Here;
        else Response.Headers["HX-Reswap"] = "none";
        return Partial("Gallery/_Results", View);
    }

    private async Task<Stretch> StretchAsync(Asked asked, bool isStretch, CancellationToken ct)
    {
        var page = await library.PageAsync(asked.List, asked.Place, ct, asked.Preferences.PageSize);
        var shown = await matches.InAsync(asked.Query, page.Families, ct);
        var here = await unscanned.HereAsync(page.Families.SelectMany(Card.Unrecorded), ct);
        var dim = await blurred.InAsync(Request, asked.List, page.Families, ct);
        var cards = page.Families.Select(family => Card.Of(family, asked, shown.GetValueOrDefault(family.Id), here, tools) with { IsBlurred = dim.Contains(family.Id) }).ToList();
        return Stretch.Of(page, cards, asked, isStretch);
    }

    private void Remember(Display display) => Response.Cookies.Append(
        Display.Cookie, display.ToString(), new() { Path = "/", SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(400), IsEssential = true });
}
