using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Import;
using Sovia.Web;

namespace Sovia.Pages.Import;

/// <summary>A run while it goes on, and its report.</summary>
public sealed class RunModel(ReadRuns runs, CancelImport cancel) : PageModel
{
    /// <summary>The run to show.</summary>
    public RunView View { get; private set; } = null!;

    /// <summary>The whole page, or the run alone where htmx asks; 404 for an unknown run.</summary>
    public async Task<IActionResult> OnGetAsync(Guid runId, CancellationToken ct)
    {
        if (await runs.ByIdAsync(runId, ct) is not { } run) return NotFound();
        View = new(run, Request.WantsFragment());
        return View.IsFragment ? Partial("_Run", View) : Page();
    }

    /// <summary>Stops the run and comes back.</summary>
    public async Task<IActionResult> OnPostAsync(Guid runId, CancellationToken ct)
    {
        await cancel.RunAsync(runId, ct);
        TempData["Toast"] = "Import stopped. What had gone in stays in.";
        return Response.ToPage($"/import/{runId}");
    }
}
