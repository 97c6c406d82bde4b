using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Web;

namespace Sovia.Pages.Collections;

/// <summary>The collections beside a list: with the numbers that were last known, at once, and then with those of now.</summary>
public sealed class SidebarModel(ReadCollectionLines lines) : PageModel
{
    /// <summary>What is shown.</summary>
    public SidebarView View { get; private set; } = null!;

    /// <summary>The page, or its list alone where htmx asks.</summary>
    /// <param name="fresh">Whether to read what has changed.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IActionResult> OnGetAsync(bool fresh, CancellationToken ct)
    {
        var isFragment = Request.WantsFragment();
        // Without scripts nobody asks again.
        if (fresh || !isFragment) View = new(await lines.NowAsync(Request, ct), IsStale: false);
        else
        {
            var (last, isStale) = await lines.LastAsync(Request, ct);
            View = new(last, isStale);
        }
        return isFragment ? Partial("_Sidebar", View) : Page();
    }
}
