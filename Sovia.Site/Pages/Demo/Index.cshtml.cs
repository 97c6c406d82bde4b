using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Demo;
using Sovia.Import;
using Sovia.Metadata.Decoding;
using Sovia.Web;

namespace Sovia.Pages.Demo;

/// <summary>Explains the demo library, starts it and removes it.</summary>
public sealed class IndexModel(FindDemo find, StartDemo start, RemoveDemo remove, FfmpegTools tools) : PageModel
{
    /// <summary>The demo's run, or null if there is no demo.</summary>
    public ImportRun? Run { get; private set; }

    /// <summary>Whether the demo can be started, which requires an empty library.</summary>
    public bool CanStart { get; private set; }

    /// <summary>Whether its videos can be generated.</summary>
    public bool HasVideos => tools.Ffmpeg is not null;

    /// <summary>Shows the page; a GET of a form's URL redirects to it.</summary>
    public async Task<IActionResult> OnGetAsync(string? handler, CancellationToken ct)
    {
        if (handler is not null) return Response.SeeOther("/demo");
        await ReadAsync(ct);
        return Page();
    }

    /// <summary>Starts the demo and redirects to its run; shows the page again if the library has posts.</summary>
    public async Task<IActionResult> OnPostStartAsync(CancellationToken ct)
    {
        if (await start.QueueAsync(ct) is { } run) return Response.SeeOther($"/import/{run}");
        await ReadAsync(ct);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>Removes the demo and redirects to the remaining library.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        await remove.RunAsync(ct);
        TempData.SetToast("Demo library removed.");
        return Response.SeeOther("/");
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        Run = await find.FindRunAsync(ct);
        CanStart = await find.IsLibraryEmptyAsync(ct);
    }
}
