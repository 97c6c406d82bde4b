using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Curation;
using Sovia.Pages.Posts;
using Sovia.Pages.Selecting;
using Sovia.Web;

namespace Sovia.Pages.History;

/// <summary>Shows one batch: its changes, progress and skipped fields, with forms to cancel and undo it.</summary>
/// <remarks>
/// Toasts on cached pages contain these forms without a token. One check for all unsafe methods rejects cross-site requests instead.
/// </remarks>
[IgnoreAntiforgeryToken]
public sealed class BatchModel(ReadBatchHistory read, UndoBatch undo, EndBatch stop) : PageModel
{
    /// <summary>The batch.</summary>
    public HistoryEntry Entry { get; private set; } = null!;

    /// <summary>A page of the fields that the batch skipped.</summary>
    public SkippedFieldsPage SkippedFields { get; private set; } = new([], null);

    /// <summary>The reason why nothing was undone; null if no undo was requested, or if it succeeded.</summary>
    public string? RefusalReason { get; private set; }

    /// <summary>Shows the batch; 404 if it does not exist.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, long after, CancellationToken ct)
    {
        if (await read.FindAsync(id, ct) is not { } batch) return NotFound();
        Entry = new(batch, $"/history/{id}");
        SkippedFields = await read.ReadSkippedFieldsAsync(batch, after, ct);
        return Request.WantsFragment() ? Partial("_Batch", this) : Page();
    }

    /// <summary>Returns the history entry of a running batch as a fragment.</summary>
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
        return Response.SeeOther(await GetReturnUrlAsync(id, ct));
    }

    /// <summary>
    /// Undoes the batch, except fields that were changed since. With <c>force</c>, undoes those too. With <c>listed</c>, undoes only those
    /// that the named batch has listed.
    /// </summary>
    public async Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken ct)
    {
        var form = await AnnotateForm.ReadFormAsync(Request, ct) ?? FormCollection.Empty;
        Guid? listingBatchId = Guid.TryParse(form["listed"], out var parsedId) ? parsedId : null;
        if (await undo.RunAsync(id, ct, form["force"].ToString() == "true", listingBatchId) is not { } result) return NotFound();
        if (result.Batch is { } batch)
        {
            TempData.SetToast(result);
            // Redirects to the undo batch if it skipped fields, because its page lists them.
            return Response.SeeOther(result.IsQueued || batch.Left > 0 ? $"/history/{batch.Id}" : await GetReturnUrlAsync(id, ct));
        }
        if (result.SkippedFields.Count == 0)
        {
            TempData.SetToast("Nothing was undone: there was nothing to change back.");
            return Response.SeeOther(await GetReturnUrlAsync(id, ct));
        }
        Entry = new((await read.FindAsync(id, ct))!, $"/history/{id}");
        SkippedFields = new(result.SkippedFields, null);
        RefusalReason = SkippedFieldText.DescribeLocked(result.SkippedFields) is { } lockedText ? $"Nothing was undone. {lockedText}"
            : "Nothing was undone, because everything was changed again since.";
        return Page();
    }

    private async Task<string> GetReturnUrlAsync(Guid id, CancellationToken ct) =>
        new SelectionForm(await AnnotateForm.ReadFormAsync(Request, ct) ?? FormCollection.Empty).GetReturnUrl(Request, $"/history/{id}");
}
