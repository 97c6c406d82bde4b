namespace Sovia.Downloads.Runs;

/// <summary>The state of a download run.</summary>
public enum DownloadState
{
    /// <summary>Waiting to start.</summary>
    Queued,

    /// <summary>Downloading.</summary>
    Running,

    /// <summary>Stopped but resumable, either by the user or with a reason.</summary>
    Paused,

    /// <summary>Every file was downloaded or has failed with a reason.</summary>
    Finished,

    /// <summary>Cancelled by the user; downloaded files stay.</summary>
    Cancelled,

    /// <summary>Ended by an unexpected error; downloaded files stay.</summary>
    Failed,
}
