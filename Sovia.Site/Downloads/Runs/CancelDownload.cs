namespace Sovia.Downloads.Runs;

/// <summary>Asks a run to end; what came home stays.</summary>
public sealed class CancelDownload(SendDownloadCommand order)
{
    /// <summary>Does nothing where the run has ended or never was.</summary>
    public Task RunAsync(Guid id, CancellationToken ct) => order.RunAsync(new(id, DownloadState.Cancelled), ct);
}
