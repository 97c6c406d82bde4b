using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Duplicates.Decisions;
using Sovia.Duplicates.Groups;
using Sovia.Duplicates.Hashes;
using Sovia.Duplicates.Queue;
using Sovia.MediaFiles.Pictures;
using Sovia.Web;

namespace Sovia.Pages.Duplicates;

/// <summary>Groups of near duplicates to decide on, and the search for what looks like a picture.</summary>
/// <remarks>That no other site sends its forms is seen to for all unsafe methods at once.</remarks>
[IgnoreAntiforgeryToken]
[RequestSizeLimit(MaxBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxBytes)]
public sealed class IndexModel(ReadQueue queue, ReadDecisions decisions, DecideDuplicates decide, UndoDecision undo, LookUp lookUp, FrameTools tools, Blurred blurred) : PageModel
{
    private const long MaxBytes = 64L * 1024 * 1024;

    /// <summary>Some groups of the queue.</summary>
    public QueuePage Queue { get; private set; } = null!;

    /// <summary>The groups as they are shown.</summary>
    public IReadOnlyList<GroupView> Groups { get; private set; } = [];

    /// <summary>What was looked at; null before the first time.</summary>
    public Looked? Looked { get; private set; }

    /// <summary>Decisions that can be undone.</summary>
    public IReadOnlyList<RecentDecision> Recent { get; private set; } = [];

    /// <summary>What looks like the picture that was asked about; null where none was.</summary>
    public LookupView? Lookup { get; private set; }

    /// <summary>Where the page begins in the queue.</summary>
    public QueueCursor? After { get; private set; }

    /// <summary>What is wrong with a form; null where nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>A page of the queue, or what looks like a picture whose hash is asked about. What cannot be read in the address counts as not given.</summary>
    public async Task<IActionResult> OnGetAsync(string? after, string? like, CancellationToken ct)
    {
        if (ulong.TryParse(like, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hash) && like.Length == 16) Lookup = await lookUp.OfAsync(hash, ct);
        await ReadAsync(after, ct);
        return Page();
    }

    /// <summary>Decides about a group and returns to the queue.</summary>
    public async Task<IActionResult> OnPostAsync(Guid group, string? verdict, Guid? best, string? shown, string? after, CancellationToken ct)
    {
        if (VerdictOf(verdict) is not { } decided) return await RefuseAsync("Choose an action for the group. Nothing was changed.", after, ct);
        var result = await decide.RunAsync(group, decided, best, shown is null ? null : IdList.In([shown]), ct);
        return Back(result.Batch is { } batch ? $"{batch.Text}." : result.Problem!, after);
    }

    /// <summary>Undoes a decision.</summary>
    public async Task<IActionResult> OnPostUndoAsync(Guid batch, string? after, CancellationToken ct) => Back(await undo.RunAsync(batch, ct) switch
    {
        null => "Decision not found. Nothing was changed.",
        { Batch: null } => "That decision was already undone.",
        { Batch.Left: > 0 and var left } => $"Decision undone, except {left} {(left == 1 ? "item" : "items")} that changed since.",
        _ => "Decision undone.",
    }, after);

    /// <summary>Goes to what looks like a picture; the picture itself is not stored.</summary>
    public async Task<IActionResult> OnPostFindAsync(IFormFile? picture, CancellationToken ct)
    {
        if (picture is not { Length: > 0 }) return await RefuseAsync("Choose an image first.", null, ct);
        using var bytes = new MemoryStream();
        await picture.CopyToAsync(bytes, ct);
        try
        {
            return ReadFingerprint.OfBytes(bytes.ToArray()) is { } hash
                ? Response.ToPage($"/duplicates?like={hash.ToString("x16", CultureInfo.InvariantCulture)}")
                : await RefuseAsync("That image is nearly one colour, so Sovia can't compare it.", null, ct);
        }
        catch (UnshowableException exception)
        {
            return await RefuseAsync(exception.Message, null, ct);
        }
    }

    private async Task ReadAsync(string? after, CancellationToken ct)
    {
        After = QueueCursor.Parse(after);
        Queue = Lookup is null ? await queue.PageAsync(After, ct) : new([], null);
        await BlurAsync(ct);
        Looked = await queue.LookedAsync(ct);
        Recent = Lookup is null ? await decisions.LatestAsync(ct) : [];
    }

    private async Task BlurAsync(CancellationToken ct)
    {
        var groups = Queue.Groups.Select(group => GroupView.Of(group, After?.ToString(), tools)).ToList();
        var shown = groups.SelectMany(group => group.Members).Concat(Lookup?.Found ?? []).Select(member => member.Post.Id).ToHashSet();
        var dim = shown.Count == 0 ? shown : await blurred.InAsync(Request, shown, ct);
        IReadOnlyList<MemberView> Of(IEnumerable<MemberView> members) => [.. members.Select(member => member with { IsBlurred = dim.Contains(member.Post.Id) })];
        Groups = groups.ConvertAll(group => group with { Members = Of(group.Members) });
        if (Lookup is { } lookup) Lookup = lookup with { Found = Of(lookup.Found) };
    }

    private async Task<IActionResult> RefuseAsync(string problem, string? after, CancellationToken ct)
    {
        Problem = problem;
        await ReadAsync(after, ct);
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private StatusCodeResult Back(string toast, string? after)
    {
        TempData["Toast"] = toast;
        return Response.ToPage(QueueCursor.Parse(after) is { } cursor ? $"/duplicates?after={cursor}" : "/duplicates");
    }

    private static Verdict? VerdictOf(string? text) => text switch
    {
        "same" => Verdict.Same,
        "variants" => Verdict.Variants,
        "unrelated" => Verdict.Unrelated,
        "keep" => Verdict.Keep,
        _ => null,
    };
}
