using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Library.Browsing;
using Sovia.Media;
using Sovia.Media.Review;
using Sovia.Query;
using Sovia.Query.Lists;
using Sovia.Web;

namespace Sovia.Pages.Media;

/// <summary>Lists files without a certain match, to match them with items, add them as items or ignore them.</summary>
public sealed partial class ReviewModel(ListFilesToReview review, AttachFile attach, CreatePostFromFile takeIn, IgnoreFiles ignore,
    BrowseLibrary library, TimeProvider clock) : PageModel
{
    private const int PageSize = 30, MaxCandidates = 12;

    [GeneratedRegex("[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}", RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex LastIdRegex();

    /// <summary>The page to show.</summary>
    public ReviewView View { get; private set; } = null!;

    /// <summary>
    /// Returns a page of files of one state, as a fragment for htmx; or one file with the items that match some words, the newest if there
    /// are none.
    /// </summary>
    public async Task<IActionResult> OnGetAsync(string? state, string? after, string? file, string? find, CancellationToken ct)
    {
        if (file is not null)
        {
            var query = LibraryQuery.Everything(clock.GetUtcNow()).WithUnit(ListUnit.Post).WithSearch(find);
            var page = await library.ReadPageAsync(ResolvedQuery.From(query), PagePosition.Top, ct, MaxCandidates);
            var ids = page.Families.Select(family => family.CoverId).ToList();
            View = new(new(await review.FindAsync(file, ids, ct) is { } item ? [item] : [], null), FileState.Unmatched) { Find = find ?? "" };
            return Page();
        }
        var fileState = ReviewView.ParseState(state);
        View = new(await review.ReadPageAsync(fileState, after, PageSize, ct), fileState);
        return Request.WantsFragment() ? Partial("_Reviewed", View) : Page();
    }

    /// <summary>
    /// Attaches a file to a post, given by its id or by any URL that ends with the id. Of several fields, uses the one that is filled in.
    /// </summary>
    public async Task<IActionResult> OnPostAttachAsync(string? file, string[] post, CancellationToken ct)
    {
        var id = post.Select(text => LastIdRegex().Match(text ?? "")).FirstOrDefault(match => match.Success);
        var isAttached = file is not null && id is not null && await attach.AttachAsync(file, Guid.Parse(id.ValueSpan), FileRole.Media, ct);
        return RedirectWithToast(isAttached ? "File matched. Later scans won't change this." : "No item with that ID in your library. Nothing was changed.");
    }

    /// <summary>Creates posts from files.</summary>
    public async Task<IActionResult> OnPostTakeAsync(string[] file, CancellationToken ct)
    {
        var createdCount = 0;
        foreach (var sha256 in file.Distinct())
            if (await takeIn.RunAsync(sha256, ct) is not null) createdCount++;
        if (createdCount > 1) return RedirectWithToast($"Added {createdCount} new items.");
        return RedirectWithToast(createdCount == 0 ? "Couldn't add it: the file is already matched or isn't an image or video." : "Added as a new item.");
    }

    /// <summary>Ignores files, so that the review no longer lists them.</summary>
    public async Task<IActionResult> OnPostIgnoreAsync(string[] file, CancellationToken ct) =>
        RedirectWithToast(await ignore.RunAsync(file, ignored: true, ct) switch
        {
            0 => "Nothing was changed: the file is already matched or ignored.",
            1 => "File ignored. Later scans won't list it here.",
            var count => $"{count} files ignored. Later scans won't list them here.",
        });

    /// <summary>Returns ignored files to the review.</summary>
    public async Task<IActionResult> OnPostReviewAsync(string[] file, CancellationToken ct) =>
        RedirectWithToast(await ignore.RunAsync(file, ignored: false, ct) switch
        {
            0 => "Nothing was changed: the file isn't ignored.",
            1 => "File is back in the review.",
            var count => $"{count} files are back in the review.",
        });

    private StatusCodeResult RedirectWithToast(string toast)
    {
        TempData["Toast"] = toast;
        return Response.SeeOther("/media/review");
    }
}
