using Marten;
using Sovia.Jobs;

namespace Sovia.Media.Scanning;

/// <summary>Scans all media roots when somebody presses the button.</summary>
public sealed class ScanRootsJob(ScanRoots scan, ISessionFactory sessions, TimeProvider clock)
    : RequestedWorkJob<ScanReport>(sessions, clock)
{
    /// <summary>The kind's name. Its lane is not that of scans, which <see cref="ScanRoots"/> takes itself.</summary>
    public const string JobName = "requested scan";

    /// <inheritdoc/>
    public override string Name => JobName;

    /// <inheritdoc/>
    protected override Task<ScanReport> WorkAsync(IProgress<ScanReport> progress, CancellationToken ct) => scan.ScanAllAsync(progress, ct);
}
