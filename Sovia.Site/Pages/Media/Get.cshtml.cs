using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Library;
using Sovia.Pages.Gallery;

namespace Sovia.Pages.Media;

/// <summary>Download lists for what a query finds.</summary>
public sealed class GetModel(CountMatches counts, TimeProvider clock) : PageModel
{
    /// <summary>The query.</summary>
    public Asked Asked { get; private set; } = null!;

    /// <summary>How much it finds.</summary>
    public int Count { get; private set; }

    /// <summary>The part of a list's address that says whose files.</summary>
    /// <remarks>A download program asks without the viewer's cookies, so that the address says whose days it means.</remarks>
    public string Scope => $"&scope=query&{(Asked.Query.NamesDays ? Asked.Query.ForAnyone : Asked.Query).ToQueryString()}";

    /// <summary>The page.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        Asked = Asked.By(Request, clock);
        Count = await counts.OfAsync(Asked.List, ct);
    }
}
