namespace Sovia.Downloads.Runs;

/// <summary>One going out to fetch missing files from public hosts: what for, how far it got.</summary>
public sealed record DownloadRun
{
    /// <summary>A time-ordered id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where it stands.</summary>
    public DownloadState State { get; init; }

    /// <summary>When the user started it, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Which files it is to fetch.</summary>
    public required DownloadRequest Files { get; init; }

    /// <summary>What it met so far.</summary>
    public DownloadCounts Counts { get; init; } = new();

    /// <summary>Why it paused by itself or failed, in words for the user.</summary>
    public string? Reason { get; init; }

    /// <summary>True once nothing will change any more.</summary>
    public bool HasEnded => State is DownloadState.Finished or DownloadState.Cancelled or DownloadState.Failed;
}
