using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Curation;
using Sovia.Pages.Posts;
using Sovia.Pages.Selecting;
using Sovia.Web;

namespace Sovia.Pages.History;

/// <summary>One batch: what it did, how far it is, what it left, and the ways to stop and to undo it.</summary>
/// <remarks>
/// Toasts of kept pages bear its forms, which have no token. That no other site sends them is seen to for all unsafe methods at once.
/// </remarks>
[IgnoreAntiforgeryToken]
public sealed class BatchModel(ReadBatchHistory read, UndoBatch undo, EndBatch stop) : PageModel
{
    /// <summary>The batch.</summary>
    public HistoryEntry Entry { get; private set; } = null!;

    /// <summary>Fields that it left as they were, some at a time.</summary>
    public SkippedFieldsPage SkippedFields { get; private set; } = new([], null);

    /// <summary>Why nothing was undone; null where nobody asked, or where something was.</summary>
    public string? RefusalReason { get; private set; }

    /// <summary>The batch; 404 where there is none.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, long after, CancellationToken ct)
    {
        if (await read.FindAsync(id, ct) is not { } batch) return NotFound();
        Entry = new(batch, $"/history/{id}");
        SkippedFields = await read.ReadSkippedFieldsAsync(batch, after, ct);
        return Request.WantsFragment() ? Partial("_Batch", this) : Page();
    }

    /// <summary>Its line in the history, while it is under way.</summary>
    public async Task<IActionResult> OnGetLineAsync(Guid id, CancellationToken ct) =>
        await read.FindAsync(id, ct) is { } batch ? Partial("_HistoryEntry", new HistoryEntry(batch, "/history")) : NotFound();

    /// <summary>There is nothing else to send it.</summary>
    public IActionResult OnPost() => NotFound();

    /// <summary>Stops it after the part that is being written.</summary>
    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken ct)
    {
        if (await read.FindAsync(id, ct) is null) return NotFound();
        var isStopped = await stop.RunAsync(id, BatchState.Cancelled, null, ct);
        var batch = (await read.FindAsync(id, ct))!;
        TempData.SetToast(isStopped ? $"Stopped. {batch.Text}." : "This change had already ended.");
        return Response.SeeOther(await BackAsync(id, ct));
    }

    /// <summary>Undoes it, except what was changed again since; that too where the form says so by <c>force</c>.</summary>
    public async Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken ct)
    {
        var isForced = await AnnotateForm.ReadFormAsync(Request, ct) is { } form && form["force"].ToString() == "true";
        if (await undo.RunAsync(id, ct, isForced) is not { } result) return NotFound();
        if (result.Batch is { } batch)
        {
            TempData.SetToast(result);
            // What was left is listed where the undo stands.
            return Response.SeeOther(result.IsQueued || batch.Left > 0 ? $"/history/{batch.Id}" : await BackAsync(id, ct));
        }
        if (result.SkippedFields.Count == 0)
        {
            TempData.SetToast("Nothing was undone: there was nothing to change back.");
            return Response.SeeOther(await BackAsync(id, ct));
        }
        Entry = new((await read.FindAsync(id, ct))!, $"/history/{id}");
        SkippedFields = new(result.SkippedFields, null);
        RefusalReason = "Nothing was undone, because everything was changed again since.";
        return Page();
    }

    private async Task<string> BackAsync(Guid id, CancellationToken ct) =>
        new SelectionForm(await AnnotateForm.ReadFormAsync(Request, ct) ?? FormCollection.Empty).GetReturnUrl(Request, $"/history/{id}");
}
