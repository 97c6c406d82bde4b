namespace Sovia.Downloads.Runs;

/// <summary>Resumes a paused download run.</summary>
public sealed class ResumeDownload(SendDownloadCommand order)
{
    /// <summary>Sends the command. Does nothing if the run has ended or does not exist.</summary>
    public Task RunAsync(Guid id, CancellationToken ct) => order.RunAsync(new(id, DownloadState.Queued), ct);
}
