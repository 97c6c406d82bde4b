using Sovia.Jobs;

namespace Sovia.Media.Scanning;

/// <summary>At the start of a site, which is when a decoder may have come, probes those files again that lacked one.</summary>
public sealed partial class ReprobeFilesJob(ReprobeFiles again, ILogger<ReprobeFilesJob> logger) : StartupJob("probe again")
{
    /// <inheritdoc/>
    protected override async Task RunAsync(CancellationToken ct)
    {
        if (await again.RunAsync(ct) is > 0 and var count) LogLearnt(count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "More is known now of {Count} files that could not be probed before")]
    private partial void LogLearnt(int count);
}
