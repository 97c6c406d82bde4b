namespace Sovia.Downloads.Runs;

/// <summary>Asks a run to stop for now; what is half here waits.</summary>
public sealed class PauseDownload(SendDownloadCommand order)
{
    /// <summary>Does nothing where the run has ended or never was.</summary>
    public Task RunAsync(Guid id, CancellationToken ct) => order.RunAsync(new(id, DownloadState.Paused), ct);
}
