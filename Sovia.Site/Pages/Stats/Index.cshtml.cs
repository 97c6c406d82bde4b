using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Library.Search;
using Sovia.Pages.Gallery;
using Sovia.Stats;

namespace Sovia.Pages.Stats;

/// <summary>Figures about what the query of the address finds; of <c>by=field</c> or <c>by=field,field</c> the groups of these alone.</summary>
[ServiceFilter<WhileUnchanged>]
public sealed class IndexModel(CountSheet sheet, CountGroups groups, TimeProvider clock) : PageModel
{
    /// <summary>The figures.</summary>
    public StatsView View { get; private set; } = null!;

    /// <summary>The page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var asked = Asked.By(Request, clock);
        List<string> names = [.. string.Join(',', (IEnumerable<string?>)Request.Query["by"]).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        List<Facet> fields = [.. names.Select(StatGroups.Named).OfType<Facet>().Take(2)];
        View = new(asked, fields.ElementAtOrDefault(0), fields.ElementAtOrDefault(1))
        {
            Problem = fields.Count == names.Count ? null : $"“by” must be one or two of {string.Join(", ", StatGroups.Names)}.",
        };
        try
        {
            View = View.By is { } by ? View with { Table = await groups.OfAsync(asked.Query, by, View.Across, ct) } : View with { Sheet = await sheet.OfAsync(asked.Query, ct) };
        }
        catch (TooSlowException)
        {
            Response.Headers.CacheControl = "no-store";
            View = View with { IsTooSlow = true };
        }
        return Page();
    }
}
