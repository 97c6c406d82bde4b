namespace Sovia.Downloads.Runs;

/// <summary>Resumes a paused download run.</summary>
public sealed class ResumeDownload(SendDownloadCommand sendCommand)
{
    /// <summary>Sends the command. Does nothing if the run has ended or does not exist.</summary>
    public Task RunAsync(Guid id, CancellationToken ct) => sendCommand.RunAsync(new(id, DownloadState.Queued), ct);
}
