namespace Sovia.Library;

/// <summary>Derives what an older program wrote in another form, once, after the site has started.</summary>
public sealed partial class RebuildStale(Rebuild rebuild, ILogger<RebuildStale> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (await rebuild.RunAsync(staleOnly: true, null, stoppingToken) is > 0 and var families) LogRebuilt(families);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The library was written by an older Sovia; {Families} families were made ready for searching")]
    private partial void LogRebuilt(int families);
}
