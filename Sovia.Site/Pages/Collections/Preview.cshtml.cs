using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Web;

namespace Sovia.Pages.Collections;

/// <summary>Previews the results of a search while the user types it into the form of a smart collection.</summary>
public sealed class PreviewModel(PreviewCollection preview) : PageModel
{
    /// <summary>The preview.</summary>
    public PreviewView View { get; private set; } = null!;

    /// <summary>Shows the page. For htmx, returns only the preview.</summary>
    /// <param name="query">The query in URL form.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnGetAsync(string? query, CancellationToken ct)
    {
        View = await preview.CreateAsync(Request, query ?? "", ct);
        return Request.WantsFragment() ? Partial("_Preview", View) : Page();
    }
}
