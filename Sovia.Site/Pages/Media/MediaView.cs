using Sovia.Downloads.Overview;
using Sovia.Downloads.Runs;
using Sovia.Jobs;
using Sovia.Media.Scanning;
using Sovia.Media.Verification;

namespace Sovia.Pages.Media;

/// <summary>The part of the files page that updates itself.</summary>
/// <param name="Summary">The counts of saved and missing posts.</param>
/// <param name="Scan">The status of the scan that the button starts.</param>
/// <param name="Verify">The status of the verification that the button starts.</param>
/// <param name="ToReviewCount">The number of files without a certain match.</param>
/// <param name="UnreadableCount">The number of files that cannot be shown.</param>
/// <param name="Download">The latest download run, or null.</param>
public sealed record MediaView(MediaSummary Summary, RequestedWorkStatus<ScanReport> Scan, RequestedWorkStatus<VerifyReport> Verify,
    int ToReviewCount, int UnreadableCount, DownloadRun? Download)
{
    /// <summary>Whether the page should poll.</summary>
    public bool IsRunning => Scan.IsRunning || Verify.IsRunning || Download is { HasEnded: false, State: not DownloadState.Paused };
}
