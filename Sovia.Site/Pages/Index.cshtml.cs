using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Demo;
using Sovia.Library;
using Sovia.Library.Search;
using Sovia.MediaFiles;
using Sovia.MediaFiles.Pictures;
using Sovia.Web;

namespace Sovia.Pages;

/// <summary>The gallery: families newest first, a stretch at a time.</summary>
public sealed class IndexModel(BrowseLibrary library, CountMatches counts, LocalMedia media, FrameTools tools, FindDemo demo) : PageModel
{
    /// <summary>The cards to show.</summary>
    public Stretch Stretch { get; private set; } = null!;

    /// <summary>How many families the library has.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the demo is in the library.</summary>
    public bool HasDemo { get; private set; }

    /// <summary>The whole page, or the stretch alone where htmx asks.</summary>
    /// <param name="after">Only what lies below this cursor.</param>
    /// <param name="before">Only what lies above this cursor.</param>
    /// <param name="at">The post to have on the page. What cannot be read counts as not given.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IActionResult> OnGetAsync(string? after, string? before, string? at, CancellationToken ct)
    {
        var isFragment = Request.WantsFragment();
        var place = new Place(Cursor.Parse(after), Cursor.Parse(before), Guid.TryParse(at, out var id) ? id : null, DaySpan.Parse(at));
        var page = await library.PageAsync(Listing.All, place, ct);
        Stretch = Stretch.Of(page, [.. page.Families.Select(family => Card.Of(family, media, tools))], place, isFragment);
        if (isFragment) return Partial("_Stretch", Stretch);
        Count = await counts.OfAsync(Listing.All, ct);
        HasDemo = await demo.RunAsync(ct) is not null;
        return Page();
    }
}
