using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Curation;
using Sovia.Library;
using Sovia.Pages.Posts;
using Sovia.Pages.Selecting;
using Sovia.Web;

namespace Sovia.Pages.History;

/// <summary>Undoes the last change.</summary>
/// <remarks>Scripts send it from pages that bear no token. That no other site sends it is seen to for all unsafe methods at once.</remarks>
[IgnoreAntiforgeryToken]
public sealed class UndoModel(ReadBatches read, UndoBatch undo, CurrentAccount account, TimeProvider clock) : PageModel
{
    // What is older is undone where it can be seen.
    private static readonly TimeSpan Recent = TimeSpan.FromHours(12);

    /// <summary>The change that would be undone; null where there is none.</summary>
    public Batch? Last { get; private set; }

    /// <summary>Asks first.</summary>
    public async Task OnGetAsync(CancellationToken ct) => Last = await LastAsync(ct);

    /// <summary>Undoes it and returns to where it was asked for.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var back = new SelectionForm(await AnnotateForm.OfAsync(Request, ct) ?? FormCollection.Empty).Back(Request);
        if (await LastAsync(ct) is not { } last || await undo.RunAsync(last.Id, ct) is not { } result)
        {
            TempData.Say("Nothing to undo in the last 12 hours. Older changes are in the history.");
            return Response.ToPage(back);
        }
        if (result.IsQueued) return Response.ToPage($"/history/{result.Batch!.Id}");
        if (result.Batch is not null) TempData.Say(result);
        else TempData.Say(result.Left.Count == 0 ? $"Nothing was undone: {last.Text} no longer has any effect." : $"Nothing was undone: everything was changed again since. {last.Text}.");
        return Response.ToPage(result.Batch is { Left: > 0 } partly ? $"/history/{partly.Id}" : back);
    }

    private Task<Batch?> LastAsync(CancellationToken ct) => read.LastAsync(account.Name, clock.GetUtcNow() - Recent, ct);
}
