using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Library.Browsing;
using Sovia.Pages.Gallery;

namespace Sovia.Pages.Media;

/// <summary>Offers download lists for the results of a query.</summary>
public sealed class DownloadListsModel(CountMatches counts, TimeProvider clock) : PageModel
{
    /// <summary>The query.</summary>
    public GalleryRequest GalleryRequest { get; private set; } = null!;

    /// <summary>The number of results.</summary>
    public int Count { get; private set; }

    /// <summary>The URL parameters of a list that select its posts.</summary>
    /// <remarks>Includes the time zone, because a download program does not send the viewer's cookies.</remarks>
    public string ScopeParameters =>
        $"&scope=query&{(GalleryRequest.Query.DependsOnTimeZone ? GalleryRequest.Query.WithExplicitZone : GalleryRequest.Query).ToQueryString()}";

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        GalleryRequest = GalleryRequest.Parse(Request, clock);
        Count = await counts.CountAsync(GalleryRequest.List, ct);
    }
}
