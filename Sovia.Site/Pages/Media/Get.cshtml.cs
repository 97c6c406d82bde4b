using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Downloads;
using Sovia.Downloads.Lists;
using Sovia.Library.Browsing;
using Sovia.Pages.Gallery;

namespace Sovia.Pages.Media;

/// <summary>Offers download lists for the results of a query.</summary>
public sealed class DownloadListsModel(CountMatches counts, CountListedFiles fileCounts, TimeProvider clock) : PageModel
{
    // The page is useful without the numbers of files, which take a pass over all results.
    private static readonly TimeSpan FileCountTimeout = TimeSpan.FromSeconds(1);

    /// <summary>The query.</summary>
    public GalleryRequest GalleryRequest { get; private set; } = null!;

    /// <summary>The number of results.</summary>
    public int Count { get; private set; }

    /// <summary>The lists, with the number of files in each unless counting takes too long.</summary>
    public DownloadListLinks Links { get; private set; } = null!;

    /// <summary>Whether all files are saved.</summary>
    public bool IsComplete => Links is { Public: 0, SignIn: 0 };

    /// <summary>The URL parameters of a list that select its posts.</summary>
    /// <remarks>Includes the time zone, because a download program does not send the viewer's cookies.</remarks>
    public string ScopeParameters =>
        $"&scope=query&{(GalleryRequest.Query.DependsOnTimeZone ? GalleryRequest.Query.WithExplicitZone : GalleryRequest.Query).ToQueryString()}";

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        GalleryRequest = GalleryRequest.Parse(Request, clock);
        Count = await counts.CountAsync(GalleryRequest.List, ct);
        var files = await fileCounts.RunAsync(new() { Scope = DownloadScope.Query, List = GalleryRequest.List }, FileCountTimeout, ct);
        Links = new(ScopeParameters, files?[HostAccess.Public], files?[HostAccess.Cookie]);
    }
}
