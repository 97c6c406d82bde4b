using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Import;
using Sovia.Web;

namespace Sovia.Pages.Import;

/// <summary>Hands files over, and lists what was handed over before.</summary>
[RequestSizeLimit(MaxBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxBytes)]
public sealed class IndexModel(StartImport start, ReadRuns runs) : PageModel
{
    // All files of one hand-over together; the server spools them to disk.
    private const long MaxBytes = 2L * 1024 * 1024 * 1024;

    private const int ShownRuns = 20;

    /// <summary>The latest runs, newest first.</summary>
    public IReadOnlyList<RunLine> Runs { get; private set; } = [];

    /// <summary>What is wrong with the choice of files, or null.</summary>
    public string? FilesError { get; private set; }

    /// <summary>The form and the latest runs.</summary>
    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    /// <summary>Queues a run and goes to it; without a file, the form again.</summary>
    public async Task<IActionResult> OnPostAsync(IFormFileCollection files, CancellationToken ct)
    {
        var chosen = files.Where(file => file.Name == "files" && file.FileName.Length > 0).ToList();
        if (chosen.Count == 0)
        {
            FilesError = "Choose at least one file first.";
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await ReadAsync(ct);
            return Page();
        }

        var id = await start.QueueAsync([.. chosen.Select(file => (NameOf(file), file.OpenReadStream()))], asksFirst: false, ct);
        return Response.ToPage($"/import/{id}");
    }

    private async Task ReadAsync(CancellationToken ct) => Runs = [.. (await runs.RecentAsync(ShownRuns, ct)).Select(RunLine.Of)];

    // Some browsers send a path with the name.
    private static string NameOf(IFormFile file) => file.FileName[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..];
}
