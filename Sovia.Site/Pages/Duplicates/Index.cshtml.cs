using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Duplicates.Decisions;
using Sovia.Duplicates.Groups;
using Sovia.Duplicates.Hashes;
using Sovia.Duplicates.Queue;
using Sovia.Metadata.Decoding;
using Sovia.Web;

namespace Sovia.Pages.Duplicates;

/// <summary>Shows groups of near duplicates to review, and the search by image.</summary>
/// <remarks>One check for all unsafe methods rejects cross-site requests, so no token is needed.</remarks>
[IgnoreAntiforgeryToken]
[RequestSizeLimit(MaxBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxBytes)]
public sealed class IndexModel(ReadDuplicateQueue queue, ReadDecisions decisions, DecideDuplicates decide, UndoDecision undo,
    FindLookalikes findLookalikes, FfmpegTools tools, BlurredItems blurredItems) : PageModel
{
    private const long MaxBytes = 64L * 1024 * 1024;

    /// <summary>A page of the queue.</summary>
    public QueuePage Queue { get; private set; } = null!;

    /// <summary>The view models of the groups.</summary>
    public IReadOnlyList<DuplicateGroupView> Groups { get; private set; } = [];

    /// <summary>The summary of the last duplicate scan; null before the first.</summary>
    public DuplicateScanSummary? ScanSummary { get; private set; }

    /// <summary>Recent decisions that can be undone.</summary>
    public IReadOnlyList<RecentDecision> RecentDecisions { get; private set; } = [];

    /// <summary>The results of a search by image; null without one.</summary>
    public LookalikesView? Lookup { get; private set; }

    /// <summary>The cursor of the page in the queue.</summary>
    public QueueCursor? StartCursor { get; private set; }

    /// <summary>The validation error of a form; null if there is none.</summary>
    public string? Problem { get; private set; }

    /// <summary>
    /// Shows a page of the queue, or the items that resemble an image with a given hash. Ignores invalid parameters.
    /// </summary>
    public async Task<IActionResult> OnGetAsync(string? after, string? like, CancellationToken ct)
    {
        if (ulong.TryParse(like, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hash) && like.Length == 16)
            Lookup = await findLookalikes.FindAsync(hash, ct);
        await ReadAsync(after, ct);
        return Page();
    }

    /// <summary>Stores the decision on a group and redirects to the queue.</summary>
    public async Task<IActionResult> OnPostAsync(Guid group, string? verdict, Guid? best, string? shown, string? after,
        CancellationToken ct)
    {
        if (ParseVerdict(verdict) is not { } decision)
            return await ShowProblemAsync("Choose an action for the group. Nothing was changed.", after, ct);
        var result = await decide.RunAsync(group, decision, best, shown is null ? null : IdList.Parse([shown]), ct);
        return RedirectToQueue(result.Batch is { } batch ? $"{batch.Text}." : result.Problem!, after);
    }

    /// <summary>Undoes a decision.</summary>
    public async Task<IActionResult> OnPostUndoAsync(Guid batch, string? after, CancellationToken ct) =>
        RedirectToQueue(await undo.RunAsync(batch, ct) switch
        {
            null => "Decision not found. Nothing was changed.",
            { Batch: null } => "That decision was already undone.",
            { Batch.Left: > 0 and var skippedCount } => $"Decision undone, except {skippedCount} {(skippedCount == 1 ? "item" : "items")} that changed since.",
            _ => "Decision undone.",
        }, after);

    /// <summary>Redirects to the items that resemble an uploaded image; the image itself is not stored.</summary>
    public async Task<IActionResult> OnPostFindAsync(IFormFile? picture, CancellationToken ct)
    {
        if (picture is not { Length: > 0 }) return await ShowProblemAsync("Choose an image first.", null, ct);
        using var bytes = new MemoryStream();
        await picture.CopyToAsync(bytes, ct);
        try
        {
            return FingerprintCalculator.HashPicture(bytes.ToArray()) is { } hash
                ? Response.SeeOther($"/duplicates?like={hash.ToString("x16", CultureInfo.InvariantCulture)}")
                : await ShowProblemAsync("That image is nearly one colour, so Sovia can't compare it.", null, ct);
        }
        catch (UnreadableMediaException exception)
        {
            return await ShowProblemAsync(exception.Message, null, ct);
        }
    }

    private async Task ReadAsync(string? after, CancellationToken ct)
    {
        StartCursor = QueueCursor.Parse(after);
        Queue = Lookup is null ? await queue.ReadPageAsync(StartCursor, ct) : new([], null);
        await CreateGroupViewsAsync(ct);
        ScanSummary = await queue.ReadScanSummaryAsync(ct);
        RecentDecisions = Lookup is null ? await decisions.ReadLatestAsync(ct) : [];
    }

    private async Task CreateGroupViewsAsync(CancellationToken ct)
    {
        var groups = Queue.Groups.Select(group => DuplicateGroupView.FromGroup(group, StartCursor?.ToString(), tools)).ToList();
        var shownIds = groups.SelectMany(group => group.Members).Concat(Lookup?.Matches ?? []).Select(member => member.Post.Id).ToHashSet();
        var blurredIds = shownIds.Count == 0 ? shownIds : await blurredItems.FindAsync(Request, shownIds, ct);
        IReadOnlyList<DuplicateMemberView> MarkBlurred(IEnumerable<DuplicateMemberView> members) =>
            [.. members.Select(member => member with { IsBlurred = blurredIds.Contains(member.Post.Id) })];
        Groups = groups.ConvertAll(group => group with { Members = MarkBlurred(group.Members) });
        if (Lookup is { } lookup) Lookup = lookup with { Matches = MarkBlurred(lookup.Matches) };
    }

    private async Task<IActionResult> ShowProblemAsync(string problem, string? after, CancellationToken ct)
    {
        Problem = problem;
        await ReadAsync(after, ct);
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private StatusCodeResult RedirectToQueue(string toast, string? after)
    {
        TempData.SetToast(toast);
        return Response.SeeOther(QueueCursor.Parse(after) is { } cursor ? $"/duplicates?after={cursor}" : "/duplicates");
    }

    private static DuplicateVerdict? ParseVerdict(string? text) => text switch
    {
        "same" => DuplicateVerdict.Same,
        "variants" => DuplicateVerdict.Variants,
        "unrelated" => DuplicateVerdict.Unrelated,
        "keep" => DuplicateVerdict.Keep,
        _ => null,
    };
}
