namespace Sovia.Downloads.Runs;

/// <summary>Where a download run stands.</summary>
public enum DownloadState
{
    /// <summary>It waits for its turn.</summary>
    Queued,

    /// <summary>Files are being fetched.</summary>
    Running,

    /// <summary>It stopped and can go on: the user said so, or a reason says why.</summary>
    Paused,

    /// <summary>Every file was fetched or has its reason.</summary>
    Finished,

    /// <summary>The user ended it; what came home stays.</summary>
    Cancelled,

    /// <summary>It ended with a reason that this version does not know; what came home stays.</summary>
    Failed,
}
