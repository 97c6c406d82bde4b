using Sovia.Jobs;
using Sovia.Storage;

namespace Sovia.Media.Scanning;

/// <summary>Watches the media roots of all libraries while the site runs. A new library is picked up within seconds.</summary>
public sealed partial class WatchRoots(
    ActiveLibraries libraries, AllMediaRoots roots, ScanRoots scan, FullScanState swept, WatchSettings settings, TimeProvider clock,
    ILogger<WatchRoots> logger) : BackgroundService
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AfterSameFault = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LibrariesAreRead = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Enabled) return;
        var watched = new Dictionary<string, Task> { [CurrentLibrary.DefaultId] = WatchAsync(CurrentLibrary.DefaultId, stoppingToken) };
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var library in await libraries.ReadIdsAsync(stoppingToken))
                    if (!watched.ContainsKey(library)) watched[library] = WatchAsync(library, stoppingToken);
            }
            catch (Exception e)
            {
                // The watchers log an unavailable database themselves.
                if (!stoppingToken.IsCancellationRequested && !DatabaseErrorClassifier.IsTransient(e)) LogFault(e);
            }
            await Task.Delay(LibrariesAreRead, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await Task.WhenAll(watched.Values);
    }

    private async Task WatchAsync(string library, CancellationToken ct)
    {
        using var entered = CurrentLibrary.Enter(library);
        using var watch = new LibraryWatcher(roots, scan, swept, settings, clock);
        while (!ct.IsCancellationRequested)
            try
            {
                await watch.PollAsync(ct);
                await Task.Delay(settings.PollInterval, clock, ct);
            }
            catch (Exception) when (ct.IsCancellationRequested)
            {
                // Errors during shutdown are expected, because the database may be stopping too.
                return;
            }
            catch (Exception e) // No error here may stop the site, so wait and scan everything again.
            {
                LogFault(e);
                watch.Reset();
                // A full scan costs as much as there are files, so a persistent error must not trigger one every few seconds.
                await Task.Delay(DatabaseErrorClassifier.IsTransient(e) ? AfterFault : AfterSameFault, clock, ct)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Watching the media roots was interrupted; it goes on in a moment")]
    private partial void LogFault(Exception e);
}
