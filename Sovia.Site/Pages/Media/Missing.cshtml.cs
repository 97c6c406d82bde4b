using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Downloads.Overview;
using Sovia.Library;
using Sovia.Web;

namespace Sovia.Pages.Media;

/// <summary>Lists posts with missing files, by host, kind or reason.</summary>
public sealed class MissingModel(ReadMissingPosts posts, ReadMediaSummary summary) : PageModel
{
    private const int PageSize = 60;

    /// <summary>The reasons with the number of missing files of each.</summary>
    public IReadOnlyList<(string Reason, long Missing)> Reasons { get; private set; } = [];

    /// <summary>The page to show.</summary>
    public MissingView View { get; private set; } = null!;

    /// <summary>Returns one page of missing posts, as a fragment for htmx. Ignores invalid parameters.</summary>
    public async Task<IActionResult> OnGetAsync(string? kind, string? reason, string? after, CancellationToken ct)
    {
        // Read directly, because an empty host selects posts without a URL and model binding would turn it into null.
        var host = Request.Query.TryGetValue("host", out var hostValues) ? hostValues.ToString() : null;
        MediaKind? mediaKind = Enum.TryParse<MediaKind>(kind, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) ? parsed : null;
        var query = new MissingPostsQuery(host?.Replace("\0", "", StringComparison.Ordinal), mediaKind, string.IsNullOrEmpty(reason) ? null
            : reason.Replace("\0", "", StringComparison.Ordinal));
        if (!Request.WantsFragment()) Reasons = (await summary.RunAsync(ct)).ByReason;
        View = new(await posts.ReadPageAsync(query, MissingPostsCursor.Parse(after), PageSize, ct), query);
        return Request.WantsFragment() ? Partial("_Missing", View) : Page();
    }
}
