using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Curation;
using Sovia.Downloads;
using Sovia.Downloads.Overview;
using Sovia.Downloads.Runs;
using Sovia.Import;
using Sovia.Jobs;
using Sovia.Media.Scanning;
using Sovia.Web;

namespace Sovia.Pages.Import;

/// <summary>Shows an import run: its preview, progress, report and files.</summary>
public sealed class RunModel(ImportRunReader runs, CountRunMedia media, FindTrashedPostsOfRun trashed, CancelImport cancel,
    TimeProvider clock)
    : PageModel
{
    private const string AlreadyStarted = "This import has already started.";

    /// <summary>The run to show.</summary>
    public ImportRunView View { get; private set; } = null!;

    /// <summary>Shows the page, or the run alone as a fragment for htmx; 404 for an unknown run.</summary>
    public async Task<IActionResult> OnGetAsync(Guid runId, CancellationToken ct)
    {
        if (await runs.FindAsync(runId, ct) is not { } run) return NotFound();
        View = new(run, Request.WantsFragment(), clock.GetUtcNow())
        {
            BlockedReason = await runs.FindBlockedReasonAsync(run, ct),
            Preview = run.State == ImportState.Preview ? await runs.FindPreviewAsync(runId, ct) : null,
            Trashed = run is { HasEnded: true, Counts.Trashed: > 0 } ? await trashed.CountAsync(runId, ct) : 0,
            Media = run is { HasEnded: true, State: not ImportState.Undone } && run.Counts.New + run.Counts.Changed > 0
            ? await media.RunAsync(runId, ct) : null,
        };
        return View.IsFragment ? Partial("_Run", View) : Page();
    }

    /// <summary>Cancels the run and redirects to its page.</summary>
    public async Task<IActionResult> OnPostAsync(Guid runId, CancellationToken ct)
    {
        await cancel.RunAsync(runId, ct);
        return RedirectToRun(runId, "Import stopped. Items imported so far are kept.");
    }

    /// <summary>Confirms the previewed import, or resumes it.</summary>
    public async Task<IActionResult> OnPostGoAsync(Guid runId, Guid? only, [FromServices] ContinueImport go, CancellationToken ct) =>
        RedirectToRun(runId, await go.RunAsync(runId, new(only, []), ct) ? null : AlreadyStarted);

    /// <summary>Confirms the previewed import without the items of the selected accounts.</summary>
    public async Task<IActionResult> OnPostWithoutAsync(Guid runId, Guid[] without, [FromServices] ContinueImport go,
        CancellationToken ct) =>
        RedirectToRun(runId, without.Length == 0 ? "Select the accounts to leave out."
            : await go.RunAsync(runId, new(null, without), ct) ? null : AlreadyStarted);

    /// <summary>Discards the preview before anything was written, and redirects to the import form.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(Guid runId, CancellationToken ct)
    {
        await cancel.RunAsync(runId, ct);
        TempData["Toast"] = "Import discarded. Nothing was changed.";
        return Response.SeeOther("/import");
    }

    /// <summary>Undoes the import. If that would lose edits, the page says so and offers to undo the rest.</summary>
    public async Task<IActionResult> OnPostUndoAsync(Guid runId, bool leavesEdited, [FromServices] RequestImportUndo ask,
        CancellationToken ct) =>
        RedirectToRun(runId, await ask.RunAsync(runId, leavesEdited, ct) ? null : "Nothing to undo.");

    /// <summary>Restores the posts of the run that are in the trash.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(Guid runId, [FromServices] ApplyChange apply, CancellationToken ct)
    {
        if (await trashed.FindIdsAsync(runId, ct) is not { Count: > 0 } ids) return RedirectToRun(runId, "None of these items are in the trash any more.");
        var result = await apply.RunAsync(Selection.From(ids), new() { Trashed = false }, ct);
        TempData.SetToast(result);
        return Response.SeeOther($"/import/{runId}");
    }

    /// <summary>Requests a scan of the media folders for the run's files.</summary>
    public async Task<IActionResult> OnPostScanAsync(Guid runId, [FromServices] RequestedWorkStore work, CancellationToken ct)
    {
        await work.RequestAsync(ScanRootsJob.JobName, ct);
        return RedirectToRun(runId, "Scanning media folders. Matches will appear here.");
    }

    /// <summary>Starts a download of the run's missing files from public hosts.</summary>
    public async Task<IActionResult> OnPostFetchAsync(Guid runId, [FromServices] StartDownload start, CancellationToken ct)
    {
        await start.RunAsync(DownloadScope.Run, runId, null, ct);
        return Response.SeeOther("/media#fetch");
    }

    private StatusCodeResult RedirectToRun(Guid runId, string? toast)
    {
        if (toast is not null) TempData["Toast"] = toast;
        return Response.SeeOther($"/import/{runId}");
    }
}
