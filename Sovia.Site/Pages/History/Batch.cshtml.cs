using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Curation;
using Sovia.Pages.Posts;
using Sovia.Pages.Selecting;
using Sovia.Web;

namespace Sovia.Pages.History;

/// <summary>One batch: what it did, how far it is, what it left, and the ways to stop and to undo it.</summary>
/// <remarks>Toasts of kept pages bear its forms, which have no token. That no other site sends them is seen to for all unsafe methods at once.</remarks>
[IgnoreAntiforgeryToken]
public sealed class BatchModel(ReadBatches read, UndoBatch undo, StopBatch stop) : PageModel
{
    /// <summary>The batch.</summary>
    public HistoryLine Line { get; private set; } = null!;

    /// <summary>Fields that it left as they were, some at a time.</summary>
    public LeftPage Left { get; private set; } = new([], null);

    /// <summary>Why nothing was undone; null where nobody asked, or where something was.</summary>
    public string? Refused { get; private set; }

    /// <summary>The batch; 404 where there is none.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, long after, CancellationToken ct)
    {
        if (await read.ByIdAsync(id, ct) is not { } batch) return NotFound();
        Line = new(batch, $"/history/{id}");
        Left = await read.LeftAsync(batch, after, ct);
        return Request.WantsFragment() ? Partial("_Batch", this) : Page();
    }

    /// <summary>Its line in the history, while it is under way.</summary>
    public async Task<IActionResult> OnGetLineAsync(Guid id, CancellationToken ct) =>
        await read.ByIdAsync(id, ct) is { } batch ? Partial("_Line", new HistoryLine(batch, "/history")) : NotFound();

    /// <summary>There is nothing else to send it.</summary>
    public IActionResult OnPost() => NotFound();

    /// <summary>Stops it after the part that is being written.</summary>
    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken ct)
    {
        if (await read.ByIdAsync(id, ct) is null) return NotFound();
        var isStopped = await stop.RunAsync(id, BatchState.Cancelled, null, ct);
        var batch = (await read.ByIdAsync(id, ct))!;
        TempData.Say(isStopped ? $"Stopped. {batch.Text}." : "This change had already ended.");
        return Response.ToPage(await BackAsync(id, ct));
    }

    /// <summary>Undoes it, except what was changed again since; that too where the form says so by <c>force</c>.</summary>
    public async Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken ct)
    {
        var isForced = await AnnotateForm.OfAsync(Request, ct) is { } form && form["force"].ToString() == "true";
        if (await undo.RunAsync(id, ct, isForced) is not { } result) return NotFound();
        if (result.Batch is { } batch)
        {
            TempData.Say(result);
            // What was left is listed where the undo stands.
            return Response.ToPage(result.IsQueued || batch.Left > 0 ? $"/history/{batch.Id}" : await BackAsync(id, ct));
        }
        if (result.Left.Count == 0)
        {
            TempData.Say("Nothing was undone: there was nothing to change back.");
            return Response.ToPage(await BackAsync(id, ct));
        }
        Line = new((await read.ByIdAsync(id, ct))!, $"/history/{id}");
        Left = new(result.Left, null);
        Refused = "Nothing was undone, because everything was changed again since.";
        return Page();
    }

    private async Task<string> BackAsync(Guid id, CancellationToken ct) =>
        new SelectionForm(await AnnotateForm.OfAsync(Request, ct) ?? FormCollection.Empty).Back(Request, $"/history/{id}");
}
