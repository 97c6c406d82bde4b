using Marten;
using Sovia.Jobs;

namespace Sovia.Media.Scanning;

/// <summary>Scans all media roots when the user requests it.</summary>
public sealed class ScanRootsJob(ScanRoots scan, ISessionFactory sessions, TimeProvider clock)
    : RequestedWorkJob<ScanReport>(sessions, clock)
{
    /// <summary>The job's name and concurrency group. Not the lock of scans, which <see cref="ScanRoots"/> acquires itself.</summary>
    public const string JobName = "requested scan";

    /// <inheritdoc/>
    public override string Name => JobName;

    /// <inheritdoc/>
    protected override Task<ScanReport> WorkAsync(IProgress<ScanReport> progress, CancellationToken ct) => scan.ScanAllAsync(progress, ct);
}
