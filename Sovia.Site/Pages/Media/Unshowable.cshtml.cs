using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Media.Review;
using Sovia.Web;

namespace Sovia.Pages.Media;

/// <summary>The files that cannot be shown, and why.</summary>
public sealed class UnreadableFilesModel(ListUnreadableFiles files) : PageModel
{
    private const int ShownFiles = 60;

    /// <summary>The stretch to show.</summary>
    public UnreadableFilesPage View { get; private set; } = null!;

    /// <summary>A stretch of them; that alone where htmx asks. What is no place in the list counts as not given.</summary>
    public async Task<IActionResult> OnGetAsync(string? after, CancellationToken ct)
    {
        View = await files.ReadPageAsync(after, ShownFiles, ct);
        return Request.WantsFragment() ? Partial("_UnreadableFiles", View) : Page();
    }
}
