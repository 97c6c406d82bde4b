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

/// <summary>Files whose post nobody knows for certain, and the ways to settle it.</summary>
public sealed partial class ReviewModel(ListFilesToReview review, AttachFile attach, CreatePostFromFile takeIn, IgnoreFiles ignore,
    BrowseLibrary library, TimeProvider clock) : PageModel
{
    private const int ShownFiles = 30, ShownItems = 12;

    [GeneratedRegex("[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}", RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex LastId();

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
            var page = await library.ReadPageAsync(ResolvedQuery.From(query), PagePosition.Top, ct, ShownItems);
            var found = page.Families.Select(family => family.CoverId).ToList();
            View = new(new(await review.OneAsync(file, found, ct) is { } one ? [one] : [], null), FileState.Unmatched) { Find = find ?? "" };
            return Page();
        }
        var listed = ReviewView.ParseState(state);
        View = new(await review.ReadPageAsync(listed, after, ShownFiles, ct), listed);
        return Request.WantsFragment() ? Partial("_Reviewed", View) : Page();
    }

    /// <summary>
    /// Attaches a file to a post, given by its id or by any URL that ends with the id. Of several fields, uses the one that is filled in.
    /// </summary>
    public async Task<IActionResult> OnPostAttachAsync(string? file, string[] post, CancellationToken ct)
    {
        var named = post.Select(text => LastId().Match(text ?? "")).FirstOrDefault(match => match.Success);
        var done = file is not null && named is not null && await attach.AttachAsync(file, Guid.Parse(named.ValueSpan), FileRole.Media, ct);
        return Back(done ? "File matched. Later scans won't change this." : "No item with that ID in your library. Nothing was changed.");
    }

    /// <summary>Makes posts of files.</summary>
    public async Task<IActionResult> OnPostTakeAsync(string[] file, CancellationToken ct)
    {
        var made = 0;
        foreach (var one in file.Distinct())
            if (await takeIn.RunAsync(one, ct) is not null) made++;
        if (made > 1) return Back($"Added {made} new items.");
        return Back(made == 0 ? "Couldn't add it: the file is already matched or isn't an image or video." : "Added as a new item.");
    }

    /// <summary>Leaves files out of the review.</summary>
    public async Task<IActionResult> OnPostIgnoreAsync(string[] file, CancellationToken ct) =>
        Back(await ignore.RunAsync(file, ignored: true, ct) switch
        {
            0 => "Nothing was changed: the file is already matched or ignored.",
            1 => "File ignored. Later scans won't list it here.",
            var count => $"{count} files ignored. Later scans won't list them here.",
        });

    /// <summary>Takes ignored files back into the review.</summary>
    public async Task<IActionResult> OnPostReviewAsync(string[] file, CancellationToken ct) =>
        Back(await ignore.RunAsync(file, ignored: false, ct) switch
        {
            0 => "Nothing was changed: the file isn't ignored.",
            1 => "File is back in the review.",
            var count => $"{count} files are back in the review.",
        });

    private StatusCodeResult Back(string toast)
    {
        TempData["Toast"] = toast;
        return Response.SeeOther("/media/review");
    }
}
