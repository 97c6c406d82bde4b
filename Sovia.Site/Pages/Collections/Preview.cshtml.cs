using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Web;

namespace Sovia.Pages.Collections;

/// <summary>What a search finds, while it is typed into the form of a smart collection.</summary>
public sealed class PreviewModel(PreviewCollection preview) : PageModel
{
    /// <summary>What is shown.</summary>
    public PreviewView View { get; private set; } = null!;

    /// <summary>The page, or the preview alone where htmx asks.</summary>
    /// <param name="query">The search, as an address writes it.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IActionResult> OnGetAsync(string? query, CancellationToken ct)
    {
        View = await preview.CreateAsync(Request, query ?? "", ct);
        return Request.WantsFragment() ? Partial("_Preview", View) : Page();
    }
}
