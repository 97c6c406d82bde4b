using Sovia.Jobs;

namespace Sovia.Library;

/// <summary>Derives what an older program wrote in another form, once, after the site has started.</summary>
public sealed partial class RebuildStale(Rebuild rebuild, DatabaseRetry database, ILogger<RebuildStale> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        // A database that is away is back some time; the site must not end for it.
        await database.TryAsync(RunAsync, "making the library ready for searching", stoppingToken);
    }

    private async Task RunAsync(CancellationToken ct)
    {
        if (await rebuild.RunAsync(staleOnly: true, null, ct) is > 0 and var families) LogRebuilt(families);
        await rebuild.SettleAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The library was written by an older Sovia; {Families} families were made ready for searching")]
    private partial void LogRebuilt(int families);
}
