using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Media.Trash;
using Sovia.Pages.Import;
using Sovia.Web;

namespace Sovia.Pages.Trash;

/// <summary>Lists the files on disk of posts in the trash, and offers the only way to delete them.</summary>
public sealed class FilesModel(FindTrashFiles find, DeleteTrashFiles delete) : PageModel
{
    /// <summary>The maximum number of paths shown.</summary>
    public const int Shown = 50;

    /// <summary>The files.</summary>
    public TrashFiles Files { get; private set; } = new([]);

    /// <summary>The files just deleted; null if no deletion was requested.</summary>
    public DeletedFiles? Deleted { get; private set; }

    /// <summary>The reason why nothing was deleted; null without an error.</summary>
    public string? Problem { get; private set; }

    /// <summary>Lists the files.</summary>
    public async Task OnGetAsync(CancellationToken ct) => Files = await find.AllAsync(ct);

    /// <summary>
    /// Deletes the files that the page listed; 422 with the page if the checkbox was not ticked, the files have changed since or
    /// a scan is running.
    /// </summary>
    /// <param name="stamp">The stamp of the listed files.</param>
    /// <param name="sure">Whether the checkbox is ticked.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnPostAsync(string? stamp, bool sure, CancellationToken ct)
    {
        if (!sure) Problem = "Tick the box first: deleted files can't be brought back.";
        else
        {
            var result = await delete.RunAsync(stamp ?? "", ct);
            if (result is { Problem: null, Kept.Count: 0 })
            {
                TempData.SetToast($"Deleted {ImportRunItem.FormatCount(result.Count, "file")}, {GetSize(result.Bytes)}.");
                return Response.SeeOther("/trash/files");
            }
            (Problem, Deleted) = (result.Problem, result.Problem is null ? result : null);
        }
        Files = await find.AllAsync(ct);
        return Problem is null ? Page() : new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    /// <summary>Formats a size.</summary>
    public static string GetSize(long bytes) => ByteSize.Format(bytes);
}
