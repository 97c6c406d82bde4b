using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Demo;
using Sovia.Import;
using Sovia.Metadata.Decoding;
using Sovia.Web;

namespace Sovia.Pages.Demo;

/// <summary>Says what the demo library is; starts and removes it.</summary>
public sealed class IndexModel(FindDemo find, StartDemo start, RemoveDemo remove, FfmpegTools tools) : PageModel
{
    /// <summary>The demo's run, or null where there is no demo.</summary>
    public ImportRun? Run { get; private set; }

    /// <summary>Whether a demo may come: only into an empty library.</summary>
    public bool CanStart { get; private set; }

    /// <summary>Whether its clips can be made.</summary>
    public bool HasVideos => tools.Ffmpeg is not null;

    /// <summary>The page; what its forms post to leads back to it.</summary>
    public async Task<IActionResult> OnGetAsync(string? handler, CancellationToken ct)
    {
        if (handler is not null) return SeeOther("/demo");
        await ReadAsync(ct);
        return Page();
    }

    /// <summary>Starts the demo and goes to its run; where the library has posts, the page again.</summary>
    public async Task<IActionResult> OnPostStartAsync(CancellationToken ct)
    {
        if (await start.QueueAsync(ct) is { } run) return SeeOther($"/import/{run}");
        await ReadAsync(ct);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>Removes the demo and goes to what is left.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        await remove.RunAsync(ct);
        TempData["Toast"] = "Demo library removed.";
        return SeeOther("/");
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        Run = await find.FindRunAsync(ct);
        CanStart = await find.IsLibraryEmptyAsync(ct);
    }

    private StatusCodeResult SeeOther(string address)
    {
        return Response.SeeOther(address);
    }
}
