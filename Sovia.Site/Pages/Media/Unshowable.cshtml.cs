using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Media.Review;
using Sovia.Web;

namespace Sovia.Pages.Media;

/// <summary>Lists files that cannot be shown, with reasons.</summary>
public sealed class UnreadableFilesModel(ListUnreadableFiles files) : PageModel
{
    private const int PageSize = 60;

    /// <summary>The page to show.</summary>
    public UnreadableFilesPage View { get; private set; } = null!;

    /// <summary>Returns one page of files, as a fragment for htmx. Ignores an invalid cursor.</summary>
    public async Task<IActionResult> OnGetAsync(string? after, CancellationToken ct)
    {
        View = await files.ReadPageAsync(after, PageSize, ct);
        return Request.WantsFragment() ? Partial("_UnreadableFiles", View) : Page();
    }
}
