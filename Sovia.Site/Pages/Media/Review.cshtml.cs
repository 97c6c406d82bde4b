using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Media;
using Sovia.Media.Review;
using Sovia.Web;

namespace Sovia.Pages.Media;

/// <summary>Files whose post nobody knows for certain, and the two ways to settle it.</summary>
public sealed partial class ReviewModel(ListFilesToReview review, AttachFile attach, CreatePostFromFile takeIn) : PageModel
{
    private const int ShownFiles = 30;

    [GeneratedRegex("[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}", RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex LastId();

    /// <summary>The stretch to show.</summary>
    public ReviewView View { get; private set; } = null!;

    /// <summary>A stretch of files of one state; that alone where htmx asks.</summary>
    public async Task<IActionResult> OnGetAsync(string? state, string? after, CancellationToken ct)
    {
        var isAmbiguous = state == "ambiguous";
        View = new(await review.ReadPageAsync(isAmbiguous ? FileState.Ambiguous : FileState.Unmatched, after, ShownFiles, ct), isAmbiguous);
        return Request.WantsFragment() ? Partial("_Reviewed", View) : Page();
    }

    /// <summary>
    /// Gives a file to a post. The post is named by its id or by any address that ends on it; of several fields the one that is filled
    /// counts.
    /// </summary>
    public async Task<IActionResult> OnPostAttachAsync(string? file, string[] post, CancellationToken ct)
    {
        var named = post.Select(text => LastId().Match(text ?? "")).FirstOrDefault(match => match.Success);
        var done = file is not null && named is not null && await attach.AttachAsync(file, Guid.Parse(named.ValueSpan), FileRole.Media, ct);
        return Back(done ? "File matched. Later scans won't change this." : "No item with that ID in your library. Nothing was changed.");
    }

    /// <summary>Makes a post of a file.</summary>
    public async Task<IActionResult> OnPostTakeAsync(string? file, CancellationToken ct)
    {
        var id = file is null ? null : await takeIn.RunAsync(file, ct);
        return Back(id is null ? "Couldn't add it: the file is already matched or isn't an image or video." : "Added as a new item.");
    }

    private StatusCodeResult Back(string toast)
    {
        TempData["Toast"] = toast;
        return Response.SeeOther("/media/review");
    }
}
