using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Downloads;
using Sovia.Downloads.Overview;
using Sovia.Downloads.Runs;
using Sovia.Jobs;
using Sovia.Media;
using Sovia.Media.Review;
using Sovia.Media.Scanning;
using Sovia.Media.Verification;
using Sovia.Metadata.Decoding;
using Sovia.Web;

namespace Sovia.Pages.Media;

/// <summary>Shows saved and missing files, with scans, uploads and downloads.</summary>
[RequestSizeLimit(MaxBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxBytes)]
public sealed class IndexModel(
    RequestedWorkStore work, ReadMediaSummary summary, StoreUpload uploads, ListFilesToReview review, ListUnreadableFiles unshowable,
    ReadDownloads downloads,
    AllMediaRoots roots, FfmpegTools tools) : PageModel
{
    /// <summary>The maximum size of one upload.</summary>
    public const long MaxBytes = 8L * 1024 * 1024 * 1024;

    /// <summary>The part of the page that updates itself.</summary>
    public MediaView View { get; private set; } = null!;

    /// <summary>The media folders.</summary>
    public IReadOnlyList<string> MediaFolders { get; private set; } = [];

    /// <summary>Whether video frames can be extracted.</summary>
    public bool CanExtractFrames => tools.IsAvailable;

    /// <summary>The error for the choice of files, or null.</summary>
    public string? UploadError { get; private set; }

    /// <summary>Shows the page, or returns the part that updates itself for htmx.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        return Request.WantsFragment() ? Partial("_StatusUpdate", View) : Page();
    }

    /// <summary>Requests a scan.</summary>
    public Task<IActionResult> OnPostScanAsync(CancellationToken ct) => RedirectAfterAsync(work.RequestAsync(ScanRootsJob.JobName, ct));

    /// <summary>Requests a verification.</summary>
    public Task<IActionResult> OnPostVerifyAsync(CancellationToken ct) => RedirectAfterAsync(work.RequestAsync(VerifyFilesJob.JobName, ct));

    /// <summary>Stores the uploaded files. Shows the page with an error if none were chosen.</summary>
    public async Task<IActionResult> OnPostUploadAsync(IFormFileCollection files, CancellationToken ct)
    {
        var chosenFiles = files.Where(file => file.Name == "files" && file.FileName.Length > 0).ToList();
        if (chosenFiles.Count == 0)
        {
            UploadError = "Choose at least one image, video or audio file.";
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await ReadAsync(ct);
            return Page();
        }
        var storedUploads = new List<StoredUpload>();
        foreach (var file in chosenFiles)
        {
            await using var content = file.OpenReadStream();
            storedUploads.Add(await uploads.StoreAsync(file.FileName, content, ct));
        }
        var text = UploadText.Describe(storedUploads);
        if (storedUploads.Any(upload => upload.NeedsReview)) TempData.SetToast(text, "/media/review", "Review");
        else TempData.SetToast(text);
        return RedirectToMedia();
    }

    /// <summary>Starts a download of everything missing from public hosts.</summary>
    public async Task<IActionResult> OnPostFetchAsync([FromServices] StartDownload start, CancellationToken ct)
    {
        await start.RunAsync(DownloadScope.All, null, null, ct);
        return RedirectToMedia();
    }

    /// <summary>Pauses the download.</summary>
    public Task<IActionResult> OnPostPauseAsync(Guid id, [FromServices] PauseDownload pause, CancellationToken ct) =>
        RedirectAfterAsync(pause.RunAsync(id, ct));

    /// <summary>Resumes the download.</summary>
    public Task<IActionResult> OnPostResumeAsync(Guid id, [FromServices] ResumeDownload resume, CancellationToken ct) =>
        RedirectAfterAsync(resume.RunAsync(id, ct));

    /// <summary>Cancels the download; files already downloaded stay.</summary>
    public Task<IActionResult> OnPostCancelAsync(Guid id, [FromServices] CancelDownload cancel, CancellationToken ct) =>
        RedirectAfterAsync(cancel.RunAsync(id, ct));

    private async Task ReadAsync(CancellationToken ct)
    {
        View = new(
            await summary.RunAsync(ct),
            await work.ReadStatusAsync<ScanReport>(ScanRootsJob.JobName, ct),
            await work.ReadStatusAsync<VerifyReport>(VerifyFilesJob.JobName, ct),
            await review.CountAsync(ct),
            await unshowable.CountAsync(ct),
            await downloads.ReadRecentAsync(1, ct) is [var run, ..] ? run : null);
        MediaFolders = await roots.ListAsync(ct);
    }

    private async Task<IActionResult> RedirectAfterAsync(Task task)
    {
        await task;
        return RedirectToMedia();
    }

    private StatusCodeResult RedirectToMedia() => Response.SeeOther("/media");
}
