using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Library.Browsing;
using Sovia.Pages.Gallery;

namespace Sovia.Pages.Media;

/// <summary>Download lists for what a query finds.</summary>
public sealed class DownloadListsModel(CountMatches counts, TimeProvider clock) : PageModel
{
    /// <summary>The query.</summary>
    public GalleryRequest GalleryRequest { get; private set; } = null!;

    /// <summary>How much it finds.</summary>
    public int Count { get; private set; }

    /// <summary>The part of a list's address that says whose files.</summary>
    /// <remarks>A download program asks without the viewer's cookies, so that the address says whose days it means.</remarks>
    public string ScopeParameters =>
        $"&scope=query&{(GalleryRequest.Query.DependsOnTimeZone ? GalleryRequest.Query.WithExplicitZone : GalleryRequest.Query).ToQueryString()}";

    /// <summary>The page.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        GalleryRequest = GalleryRequest.Parse(Request, clock);
        Count = await counts.CountAsync(GalleryRequest.List, ct);
    }
}
