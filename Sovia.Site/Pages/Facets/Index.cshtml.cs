using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Library;
using Sovia.Pages.Gallery;
using Sovia.Web;

namespace Sovia.Pages.Facets;

/// <summary>What a query could be narrowed by, with counts. The gallery asks for parts of it once its items stand.</summary>
[ServiceFilter<WhileUnchanged>]
public sealed class FacetsModel(CountFacets facets, CountMatches counts, TimeProvider clock) : PageModel
{
    /// <summary>What was asked for.</summary>
    public Asked Asked { get; private set; } = null!;

    /// <summary>The counts.</summary>
    public FacetsView View { get; private set; } = null!;

    /// <summary>All facets: as a page, or for the gallery's panel.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        return Request.WantsFragment() ? Partial("_Facets", View) : Page();
    }

    /// <summary>The months alone, for the scrubber at the edge.</summary>
    public async Task<IActionResult> OnGetMonthsAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        return Partial("_Months", View);
    }

    /// <summary>The number of matches alone, where the gallery did not wait for it.</summary>
    public async Task<IActionResult> OnGetCountAsync(CancellationToken ct)
    {
        var asked = Asked.By(Request, clock);
        return Partial("Gallery/_Count", new GalleryView(asked, await counts.OfAsync(asked.List, ct), null!, null));
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        Asked = Asked.By(Request, clock);
        View = new(Asked, await facets.OfAsync(Asked.Query, ct));
    }
}
