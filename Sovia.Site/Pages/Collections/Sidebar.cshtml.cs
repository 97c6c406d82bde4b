using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Web;

namespace Sovia.Pages.Collections;

/// <summary>Shows the collections in the sidebar: first with the last known counts, then with the current ones.</summary>
public sealed class SidebarModel(ReadCollectionList lines) : PageModel
{
    /// <summary>The sidebar.</summary>
    public SidebarView View { get; private set; } = null!;

    /// <summary>Shows the page. For htmx, returns only the list.</summary>
    /// <param name="fresh">Whether to read the current counts.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnGetAsync(bool fresh, CancellationToken ct)
    {
        var isFragment = Request.WantsFragment();
        // Reads the current counts at once without htmx, because no second request follows.
        if (fresh || !isFragment) View = new(await lines.ReadCurrentAsync(Request, ct), IsStale: false);
        else
        {
            var (lastKnown, isStale) = await lines.ReadCachedAsync(Request, ct);
            View = new(lastKnown, isStale);
        }
        return isFragment ? Partial("_Sidebar", View) : Page();
    }
}
