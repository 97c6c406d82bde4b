namespace Sovia.Downloads.Runs;

/// <summary>Pauses a download run; partial files are kept.</summary>
public sealed class PauseDownload(SendDownloadCommand sendCommand)
{
    /// <summary>Sends the command. Does nothing if the run has ended or does not exist.</summary>
    public Task RunAsync(Guid id, CancellationToken ct) => sendCommand.RunAsync(new(id, DownloadState.Paused), ct);
}
