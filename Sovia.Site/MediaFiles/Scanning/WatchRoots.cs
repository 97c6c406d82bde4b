using Sovia.Jobs;

namespace Sovia.MediaFiles.Scanning;

/// <summary>Scans what changes below the media roots while the site runs, soon after it has, and everything now and then.</summary>
public sealed partial class WatchRoots(KnownRoots roots, ScanRoots scan, SweptRoots swept, WatchSettings settings, TimeProvider clock, ILogger<WatchRoots> logger) : BackgroundService
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AfterSameFault = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan RootsAreRead = TimeSpan.FromSeconds(3);

    private IReadOnlyList<string> known = [];
    private DateTimeOffset sweepAt;
    private DateTimeOffset rootsAt;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Enabled) return;
        using var watches = new RootWatches(clock);
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                await LookAsync(watches, stoppingToken);
                await Task.Delay(settings.Tick, clock, stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // Whatever a database that is stopped too says of it, is no fault.
                return;
            }
            catch (Exception e) // The site is more than its watch: whatever went wrong here, it goes on and looks at everything again.
            {
                LogFault(e);
                swept.IsDone = false;
                sweepAt = rootsAt = default;
                // To look at everything costs as much as there is; what comes again each time is not worth that every few seconds.
                await Task.Delay(DatabaseFault.Passes(e) ? AfterFault : AfterSameFault, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
    }

    private async Task LookAsync(RootWatches watches, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now >= rootsAt)
        {
            known = await roots.AllAsync(ct);
            rootsAt = now + RootsAreRead;
        }
        var news = watches.Fit(known);
        if (now < sweepAt)
        {
            var paths = news.Concat(watches.TakeSettled(settings.Quiet)).Distinct().ToList();
            if (paths.Count > 0 && (await scan.PathsAsync(paths, settings.Quiet, ct)).Fresh > 0) sweepAt = clock.GetUtcNow() + settings.Quiet;
            return;
        }
        var report = await scan.SweepAsync(settings.Quiet, ct);
        swept.IsDone = report.Fresh == 0 || swept.IsDone;
        // Where a sweep takes long it comes seldom.
        var took = clock.GetUtcNow() - now;
        var pause = watches.SomeUnwatched ? settings.SweepUnwatched : settings.Sweep;
        sweepAt = clock.GetUtcNow() + (report.Fresh > 0 ? Longer(settings.Quiet, took * 2) : Longer(pause, took * 20));
    }

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Watching the media roots was interrupted; it goes on in a moment")]
    private partial void LogFault(Exception e);
}
