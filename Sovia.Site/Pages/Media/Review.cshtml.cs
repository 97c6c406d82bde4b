using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.MediaFiles;
using Sovia.MediaFiles.Matching;

namespace Sovia.Pages.Media;

/// <summary>Files whose post nobody knows for certain, and the two ways to settle it.</summary>
public sealed partial class ReviewModel(ReviewFiles review, AttachFile attach, TakeInFile takeIn) : PageModel
{
    private const int ShownFiles = 30;

    [GeneratedRegex("[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}", RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex LastId();

    /// <summary>The stretch to show.</summary>
    public ReviewPage Files { get; private set; } = null!;

    /// <summary>Whether those are shown that fit several posts.</summary>
    public bool IsAmbiguous { get; private set; }

    /// <summary>The state as it stands in addresses.</summary>
    public string State => IsAmbiguous ? "ambiguous" : "unmatched";

    /// <summary>A stretch of files of one state.</summary>
    public async Task OnGetAsync(string? state, string? after, CancellationToken ct)
    {
        IsAmbiguous = state == "ambiguous";
        Files = await review.PageAsync(IsAmbiguous ? FileState.Ambiguous : FileState.Unmatched, after, ShownFiles, ct);
    }

    /// <summary>Gives a file to a post. The post is named by its id or by any address that ends on it; of several fields the one that is filled counts.</summary>
    public async Task<IActionResult> OnPostAttachAsync(string? file, string[] post, CancellationToken ct)
    {
        var named = post.Select(text => LastId().Match(text ?? "")).FirstOrDefault(match => match.Success);
        var done = file is not null && named is not null && await attach.ToAsync(file, Guid.Parse(named.ValueSpan), FileRole.Media, ct);
        return Back(done ? "Attached. It stays so whatever later scans find." : "There is no post of that id here. Nothing was changed.");
    }

    /// <summary>Makes a post of a file.</summary>
    public async Task<IActionResult> OnPostTakeAsync(string? file, CancellationToken ct)
    {
        var id = file is null ? null : await takeIn.AsPostAsync(file, ct);
        return Back(id is null ? "That file has a post already, or is no picture or video. Nothing was changed." : "Kept as a post of its own.");
    }

    private StatusCodeResult Back(string toast)
    {
        TempData["Toast"] = toast;
        Response.Headers.Location = "/media/review";
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
