using Sovia.Downloads.Overview;
using Sovia.Downloads.Runs;
using Sovia.Jobs;
using Sovia.Media.Scanning;
using Sovia.Media.Verification;

namespace Sovia.Pages.Media;

/// <summary>What changes by itself on the page of media.</summary>
/// <param name="Summary">How much is safe.</param>
/// <param name="Scan">The scan that the button starts.</param>
/// <param name="Verify">The verification that the button starts.</param>
/// <param name="ToReviewCount">Files whose post nobody knows for certain.</param>
/// <param name="UnreadableCount">Files that cannot be shown.</param>
/// <param name="Download">The latest download run, or null.</param>
public sealed record MediaView(MediaSummary Summary, RequestedWorkStatus<ScanReport> Scan, RequestedWorkStatus<VerifyReport> Verify,
    int ToReviewCount, int UnreadableCount, DownloadRun? Download)
{
    /// <summary>Whether it is worth asking again in a moment.</summary>
    public bool IsRunning => Scan.IsRunning || Verify.IsRunning || Download is { HasEnded: false, State: not DownloadState.Paused };
}
