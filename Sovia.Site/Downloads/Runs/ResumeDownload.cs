namespace Sovia.Downloads.Runs;

/// <summary>Asks a paused run to go on.</summary>
public sealed class ResumeDownload(SendDownloadCommand order)
{
    /// <summary>Does nothing where the run has ended or never was.</summary>
    public Task RunAsync(Guid id, CancellationToken ct) => order.RunAsync(new(id, DownloadState.Queued), ct);
}
