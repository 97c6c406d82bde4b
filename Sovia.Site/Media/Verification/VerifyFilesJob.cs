using Marten;
using Sovia.Jobs;

namespace Sovia.Media.Verification;

/// <summary>Verifies all files when the user requests it.</summary>
public sealed class VerifyFilesJob(VerifyFiles verify, ISessionFactory sessions, TimeProvider clock)
    : RequestedWorkJob<VerifyReport>(sessions, clock)
{
    /// <summary>The job's name.</summary>
    public const string JobName = "verify";

    /// <inheritdoc/>
    public override string Name => JobName;

    /// <inheritdoc/>
    protected override Task<VerifyReport> WorkAsync(IProgress<VerifyReport> progress, CancellationToken ct) =>
        verify.RunAsync(progress, ct);
}
