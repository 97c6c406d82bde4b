using Sovia.Jobs;
using Sovia.Storage;

namespace Sovia.Media.Scanning;

/// <summary>Watches the media roots of all libraries while the site runs. A new library is picked up within seconds.</summary>
public sealed partial class WatchRoots(
    ActiveLibraries libraries, AllMediaRoots roots, ScanRoots scan, FullScanState fullScanState, WatchSettings settings, TimeProvider clock,
    ILogger<WatchRoots> logger) : BackgroundService
{
    private static readonly TimeSpan TransientErrorDelay = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ErrorDelay = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LibrariesRefreshInterval = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Enabled) return;
        var watchTasks = new Dictionary<string, Task> { [CurrentLibrary.DefaultId] = WatchAsync(CurrentLibrary.DefaultId, stoppingToken) };
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var library in await libraries.ReadIdsAsync(stoppingToken))
                    if (!watchTasks.ContainsKey(library)) watchTasks[library] = WatchAsync(library, stoppingToken);
            }
            catch (Exception e)
            {
                // The watchers log an unavailable database themselves.
                if (!stoppingToken.IsCancellationRequested && !DatabaseErrorClassifier.IsTransient(e)) LogFault(e);
            }
            await Task.Delay(LibrariesRefreshInterval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await Task.WhenAll(watchTasks.Values);
    }

    private async Task WatchAsync(string library, CancellationToken ct)
    {
        using var libraryScope = CurrentLibrary.Enter(library);
        using var watcher = new LibraryWatcher(roots, scan, fullScanState, settings, clock);
        while (!ct.IsCancellationRequested)
            try
            {
                await watcher.PollAsync(ct);
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
                watcher.Reset();
                // A full scan costs as much as there are files, so a persistent error must not trigger one every few seconds.
                await Task.Delay(DatabaseErrorClassifier.IsTransient(e) ? TransientErrorDelay : ErrorDelay, clock, ct)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Watching the media folders was interrupted. Retrying soon.")]
    private partial void LogFault(Exception e);
}
