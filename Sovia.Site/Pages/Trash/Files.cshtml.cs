using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Media.Trash;
using Sovia.Web;

namespace Sovia.Pages.Trash;

/// <summary>The files on disk of what is in the trash, and the one way to delete them.</summary>
public sealed class FilesModel(FindTrashFiles find, DeleteTrashFiles delete) : PageModel
{
    /// <summary>How many paths are shown.</summary>
    public const int Shown = 50;

    /// <summary>The files.</summary>
    public TrashFiles Files { get; private set; } = new([]);

    /// <summary>What was deleted just now; null where nothing was asked for.</summary>
    public DeletedFiles? Deleted { get; private set; }

    /// <summary>Why nothing was deleted; null where nothing is wrong.</summary>
    public string? Problem { get; private set; }

    /// <summary>The files.</summary>
    public async Task OnGetAsync(CancellationToken ct) => Files = await find.AllAsync(ct);

    /// <summary>
    /// Deletes those that the page has told; 422 with the page where the box was not ticked, or where they are others by now.
    /// </summary>
    /// <param name="stamp">Stands for the files as they were told.</param>
    /// <param name="sure">Whether the box is ticked.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnPostAsync(string? stamp, bool sure, CancellationToken ct)
    {
        if (!sure) Problem = "Tick the box first: deleted files can't be brought back.";
        else if ((Deleted = await delete.RunAsync(stamp ?? "", ct)) is null)
            Problem = "These files have changed since the page was opened. Nothing was deleted. Check the numbers and try again.";
        else if (Deleted.Kept.Count == 0)
        {
            TempData.SetToast($"Deleted {FilesOf(Deleted.Count)}, {SizeOf(Deleted.Bytes)}.");
            return Response.SeeOther("/trash/files");
        }
        Files = await find.AllAsync(ct);
        return Problem is null ? Page() : new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    /// <summary>A number of files in words.</summary>
    public static string FilesOf(int count) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "file" : "files")}");

    /// <summary>A size in words.</summary>
    public static string SizeOf(long bytes) => Import.ImportStateView.FormatBytes(bytes);
}
