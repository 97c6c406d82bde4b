using Sovia.MediaFiles.Downloads.Runs;
using Sovia.MediaFiles.Scanning;

namespace Sovia.Pages.Media;

/// <summary>What changes by itself on the page of media.</summary>
/// <param name="Scan">What the running or last scan met; null before the first since the site started.</param>
/// <param name="IsScanning">Whether one runs.</param>
/// <param name="ScanFailure">Why the last one ended early, or null.</param>
/// <param name="ToReview">Files whose post nobody knows for certain.</param>
/// <param name="Download">The latest download run, or null.</param>
public sealed record MediaView(ScanReport? Scan, bool IsScanning, string? ScanFailure, int ToReview, DownloadRun? Download)
{
    /// <summary>Whether it is worth asking again in a moment.</summary>
    public bool IsUnderWay => IsScanning || Download is { HasEnded: false, State: not DownloadState.Paused };
}
