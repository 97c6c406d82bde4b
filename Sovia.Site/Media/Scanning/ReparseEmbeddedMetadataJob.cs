using Sovia.Jobs;

namespace Sovia.Media.Scanning;

/// <summary>Reparses, at startup, the embedded metadata that an older version of the site read.</summary>
public sealed partial class ReparseEmbeddedMetadataJob(ReparseEmbeddedMetadata again, ILogger<ReparseEmbeddedMetadataJob> logger)
    : StartupJob("read embedded again")
{
    /// <inheritdoc/>
    protected override async Task RunAsync(CancellationToken ct)
    {
        if (await again.RunAsync(ct) is > 0 and var count) LogReparsed(count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Read the metadata of {Count} files again")]
    private partial void LogReparsed(int count);
}
