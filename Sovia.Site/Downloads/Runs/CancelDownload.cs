namespace Sovia.Downloads.Runs;

/// <summary>Cancels a download run; files already downloaded stay.</summary>
public sealed class CancelDownload(SendDownloadCommand sendCommand)
{
    /// <summary>Sends the command. Does nothing if the run has ended or does not exist.</summary>
    public Task RunAsync(Guid id, CancellationToken ct) => sendCommand.RunAsync(new(id, DownloadState.Cancelled), ct);
}
