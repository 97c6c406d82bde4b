namespace Sovia.MediaFiles.Scanning;

/// <summary>Scans all media roots when somebody presses the button.</summary>
public sealed class ScanOnRequest(ScanRoots scan, ILogger<ScanOnRequest> logger) : OnRequest<ScanReport>(logger)
{
    /// <inheritdoc/>
    protected override Task<ScanReport> WorkAsync(IProgress<ScanReport> progress, CancellationToken ct) => scan.AllAsync(progress, ct);
}
