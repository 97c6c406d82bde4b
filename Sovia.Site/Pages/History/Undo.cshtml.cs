using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Curation;
using Sovia.Library;
using Sovia.Pages.Posts;
using Sovia.Pages.Selecting;
using Sovia.Web;

namespace Sovia.Pages.History;

/// <summary>Undoes the last change.</summary>
/// <remarks>
/// Scripts send it from pages without a token. One check for all unsafe methods rejects cross-site requests instead.
/// </remarks>
[IgnoreAntiforgeryToken]
public sealed class UndoModel(ReadBatchHistory read, UndoBatch undo, CurrentAccount account, TimeProvider clock) : PageModel
{
    // Older changes can be undone only from the history, because the user sees them there.
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(12);

    /// <summary>The change that would be undone; null if there is none.</summary>
    public Batch? LastBatch { get; private set; }

    /// <summary>Shows the confirmation.</summary>
    public async Task OnGetAsync(CancellationToken ct) => LastBatch = await FindLastAsync(ct);

    /// <summary>Undoes the change and redirects to the page that sent the form.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var returnUrl = new SelectionForm(await AnnotateForm.ReadFormAsync(Request, ct) ?? FormCollection.Empty).GetReturnUrl(Request);
        if (await FindLastAsync(ct) is not { } batch || await undo.RunAsync(batch.Id, ct) is not { } result)
        {
            TempData.SetToast("Nothing to undo in the last 12 hours. Older changes are in the history.");
            return Response.SeeOther(returnUrl);
        }
        if (result.IsQueued) return Response.SeeOther($"/history/{result.Batch!.Id}");
        if (result.Batch is not null) TempData.SetToast(result);
        else TempData.SetToast(result.SkippedFields.Count == 0 ? $"Nothing was undone: {batch.Text} no longer has any effect."
            : $"Nothing was undone. {SkippedFieldText.DescribeLocked(result.SkippedFields) ?? "Everything was changed again since."} {batch.Text}.");
        return Response.SeeOther(result.Batch is { Left: > 0 } undoBatch ? $"/history/{undoBatch.Id}" : returnUrl);
    }

    private Task<Batch?> FindLastAsync(CancellationToken ct) => read.FindLastUndoableAsync(account.Name, clock.GetUtcNow() - MaxAge, ct);
}
