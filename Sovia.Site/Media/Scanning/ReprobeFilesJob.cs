using Sovia.Jobs;

namespace Sovia.Media.Scanning;

/// <summary>At startup, when a decoder may have been installed, probes again the files that lacked one.</summary>
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
