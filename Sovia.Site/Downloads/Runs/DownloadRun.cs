namespace Sovia.Downloads.Runs;

/// <summary>A download of missing files from public hosts: its request and progress.</summary>
public sealed record DownloadRun
{
    /// <summary>A time-ordered ID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The state of the run.</summary>
    public DownloadState State { get; init; }

    /// <summary>When the user started the run, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the run ended, UTC; null until then.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Selects the files to download.</summary>
    public required DownloadRequest Files { get; init; }

    /// <summary>The counts so far.</summary>
    public DownloadCounts Counts { get; init; } = new();

    /// <summary>The message for the user if the run paused by itself or failed.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the run has reached a final state.</summary>
    public bool HasEnded => State is DownloadState.Finished or DownloadState.Cancelled or DownloadState.Failed;
}
