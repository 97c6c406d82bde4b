using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Curation;
using Sovia.Pages.Posts;
using Sovia.Pages.Selecting;
using Sovia.Web;

namespace Sovia.Pages.History;

/// <summary>Shows one batch: its changes, progress and skipped fields, with forms to cancel and undo it.</summary>
/// <remarks>
/// Toasts on cached pages have its forms without a token. One check for all unsafe methods rejects cross-site requests instead.
/// </remarks>
[IgnoreAntiforgeryToken]
public sealed class BatchModel(ReadBatchHistory read, UndoBatch undo, EndBatch stop) : PageModel
{
    /// <summary>The batch.</summary>
    public HistoryEntry Entry { get; private set; } = null!;

    /// <summary>A page of the fields that it skipped.</summary>
    public SkippedFieldsPage SkippedFields { get; private set; } = new([], null);

    /// <summary>Why nothing was undone; null if no undo was requested, or if it succeeded.</summary>
    public string? RefusalReason { get; private set; }

    /// <summary>Shows the batch; 404 if it does not exist.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, long after, CancellationToken ct)
    {
        if (await read.FindAsync(id, ct) is not { } batch) return NotFound();
        Entry = new(batch, $"/history/{id}");
        SkippedFields = await read.ReadSkippedFieldsAsync(batch, after, ct);
        return Request.WantsFragment() ? Partial("_Batch", this) : Page();
    }

    /// <summary>Returns its history entry as a fragment, while it is running.</summary>
    public async Task<IActionResult> OnGetLineAsync(Guid id, CancellationToken ct) =>
        await read.FindAsync(id, ct) is { } batch ? Partial("_HistoryEntry", new HistoryEntry(batch, "/history")) : NotFound();

    /// <summary>Returns 404, because every form names a handler.</summary>
    public IActionResult OnPost() => NotFound();

    /// <summary>Cancels the batch after the part that is being written.</summary>
    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken ct)
    {
        if (await read.FindAsync(id, ct) is null) return NotFound();
        var isStopped = await stop.RunAsync(id, BatchState.Cancelled, null, ct);
        var batch = (await read.FindAsync(id, ct))!;
        TempData.SetToast(isStopped ? $"Stopped. {batch.Text}." : "This change had already ended.");
        return Response.SeeOther(await BackAsync(id, ct));
    }

    /// <summary>
    /// Undoes the batch, except fields that were changed since; undoes those too if the form has <c>force</c>, and only those that a batch
    /// has listed if it has <c>listed</c>.
    /// </summary>
    public async Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken ct)
    {
        var form = await AnnotateForm.ReadFormAsync(Request, ct) ?? FormCollection.Empty;
        Guid? listed = Guid.TryParse(form["listed"], out var by) ? by : null;
        if (await undo.RunAsync(id, ct, form["force"].ToString() == "true", listed) is not { } result) return NotFound();
        if (result.Batch is { } batch)
        {
            TempData.SetToast(result);
            // Redirects to the undo batch if it skipped fields, because its page lists them.
            return Response.SeeOther(result.IsQueued || batch.Left > 0 ? $"/history/{batch.Id}" : await BackAsync(id, ct));
        }
        if (result.SkippedFields.Count == 0)
        {
            TempData.SetToast("Nothing was undone: there was nothing to change back.");
            return Response.SeeOther(await BackAsync(id, ct));
        }
        Entry = new((await read.FindAsync(id, ct))!, $"/history/{id}");
        SkippedFields = new(result.SkippedFields, null);
        RefusalReason = SkippedFieldText.DescribeLocked(result.SkippedFields) is { } locked ? $"Nothing was undone. {locked}"
            : "Nothing was undone, because everything was changed again since.";
        return Page();
    }

    private async Task<string> BackAsync(Guid id, CancellationToken ct) =>
        new SelectionForm(await AnnotateForm.ReadFormAsync(Request, ct) ?? FormCollection.Empty).GetReturnUrl(Request, $"/history/{id}");
}
