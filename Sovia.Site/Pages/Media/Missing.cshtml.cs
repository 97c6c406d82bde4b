using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Downloads.Overview;
using Sovia.Library;
using Sovia.Web;

namespace Sovia.Pages.Media;

/// <summary>The posts whose bytes are not here, by host, kind or reason.</summary>
public sealed class MissingModel(ReadMissingPosts posts, ReadMediaSummary summary) : PageModel
{
    private const int ShownPosts = 60;

    /// <summary>The reasons with the number of missing files of each.</summary>
    public IReadOnlyList<(string Reason, long Missing)> Reasons { get; private set; } = [];

    /// <summary>The stretch to show.</summary>
    public MissingView View { get; private set; } = null!;

    /// <summary>A stretch of them; that alone where htmx asks. What cannot be read counts as not given.</summary>
    public async Task<IActionResult> OnGetAsync(string? kind, string? reason, string? after, CancellationToken ct)
    {
        // An empty host is a question of its own, for posts without an address; model binding would make it none.
        var host = Request.Query.TryGetValue("host", out var given) ? given.ToString() : null;
        MediaKind? known = Enum.TryParse<MediaKind>(kind, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) ? parsed : null;
        var query = new MissingPostsQuery(host?.Replace("\0", "", StringComparison.Ordinal), known, string.IsNullOrEmpty(reason) ? null
            : reason.Replace("\0", "", StringComparison.Ordinal));
        if (!Request.WantsFragment()) Reasons = (await summary.RunAsync(ct)).ByReason;
        View = new(await posts.ReadPageAsync(query, MissingPostsCursor.Parse(after), ShownPosts, ct), query);
        return Request.WantsFragment() ? Partial("_Missing", View) : Page();
    }
}
