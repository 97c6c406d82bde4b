using Marten;

namespace Sovia.MediaFiles.Downloads.Overview;

/// <summary>Reads every file again when somebody presses the button.</summary>
public sealed class VerifyOnRequest(ISessionFactory sessions, KnownRoots roots, ILogger<VerifyOnRequest> logger) : OnRequest<VerifyReport>(logger)
{
    /// <inheritdoc/>
    protected override Task<VerifyReport> WorkAsync(IProgress<VerifyReport> progress, CancellationToken ct) => new VerifyFiles(sessions, roots).RunAsync(progress, ct);
}
