using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Pages.Gallery;
using Sovia.Query.Facets;
using Sovia.Query.Lists;
using Sovia.Stats;

namespace Sovia.Pages.Stats;

/// <summary>
/// Shows statistics of a query's results; with <c>by=field</c> or <c>by=field,field</c>, only the groups of these fields.
/// </summary>
[ServiceFilter<PageCacheFilter>]
public sealed class IndexModel(CountStatSheet sheet, CountGroups groups, TimeProvider clock) : PageModel
{
    /// <summary>The statistics.</summary>
    public StatsView View { get; private set; } = null!;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var galleryRequest = GalleryRequest.Parse(Request, clock);
        List<string> names = [.. string.Join(',', (IEnumerable<string?>)Request.Query["by"])
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        List<Facet> fields = [.. names.Select(GroupableFacets.Find).OfType<Facet>().Take(2)];
        View = new(galleryRequest, fields.ElementAtOrDefault(0), fields.ElementAtOrDefault(1))
        {
            Problem = fields.Count == names.Count ? null : $"“by” must be one or two of {string.Join(", ", GroupableFacets.Names)}.",
        };
        try
        {
            View = View.GroupField is { } by ? View with { Table = await groups.CountAsync(galleryRequest.Query, by, View.CrossField, ct) }
                : View with { Sheet = await sheet.GetSheetAsync(galleryRequest.Query, ct) };
        }
        catch (SearchTimeoutException)
        {
            Response.Headers.CacheControl = "no-store";
            View = View with { IsTooSlow = true };
        }
        return Page();
    }
}
