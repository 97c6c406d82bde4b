using Sovia.Jobs;

namespace Sovia.Media.Scanning;

/// <summary>Reprobes, at startup, the files that lacked a decoder, because one may have been installed since.</summary>
public sealed partial class ReprobeFilesJob(ReprobeFiles again, ILogger<ReprobeFilesJob> logger) : StartupJob("probe again")
{
    /// <inheritdoc/>
    protected override async Task RunAsync(CancellationToken ct)
    {
        if (await again.RunAsync(ct) is > 0 and var count) LogReprobed(count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Probed {Count} files again that could not be probed before")]
    private partial void LogReprobed(int count);
}
