namespace Sovia.MediaFiles.Downloads.Overview;

/// <summary>Reads every file again when somebody presses the button.</summary>
public sealed class VerifyOnRequest(VerifyFiles verify, ILogger<VerifyOnRequest> logger) : OnRequest<VerifyReport>(logger)
{
    /// <inheritdoc/>
    protected override Task<VerifyReport> WorkAsync(IProgress<VerifyReport> progress, CancellationToken ct) => verify.RunAsync(progress, ct);
}
