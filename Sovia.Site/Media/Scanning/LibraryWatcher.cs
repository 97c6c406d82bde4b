namespace Sovia.Media.Scanning;

/// <summary>Scans changes below the current library's media roots shortly after they happen, and everything at intervals.</summary>
internal sealed class LibraryWatcher(AllMediaRoots roots, ScanRoots scan, FullScanState swept, WatchSettings settings, TimeProvider clock)
    : IDisposable
{
    private static readonly TimeSpan RootsAreRead = TimeSpan.FromSeconds(3);

    private readonly RootWatchers watches = new(clock);
    private IReadOnlyList<string> known = [];
    private DateTimeOffset sweepAt;
    private DateTimeOffset rootsAt;

    /// <summary>Checks for changes and scans them.</summary>
    public async Task PollAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now >= rootsAt)
        {
            known = await roots.ListAsync(ct);
            rootsAt = now + RootsAreRead;
        }
        var news = watches.Update(known);
        if (now < sweepAt)
        {
            var paths = news.Concat(watches.DequeueStablePaths(settings.QuietPeriod)).Distinct().ToList();
            if (paths.Count > 0 && (await scan.ScanPathsAsync(paths, settings.QuietPeriod, ct)).Fresh > 0)
                sweepAt = clock.GetUtcNow() + settings.QuietPeriod;
            return;
        }
        var report = await scan.ScanAllSettledAsync(settings.QuietPeriod, ct);
        swept.IsComplete = report.Fresh == 0 || swept.IsComplete;
        // Scales the pause with the scan's duration, so that slow scans run rarely.
        var took = clock.GetUtcNow() - now;
        var pause = watches.HasUnwatchedRoot ? settings.UnwatchedScanInterval : settings.FullScanInterval;
        sweepAt = clock.GetUtcNow() + (report.Fresh > 0 ? Longer(settings.QuietPeriod, took * 2) : Longer(pause, took * 20));
    }

    /// <summary>Forces a full scan at the next poll, because after an error no recorded state is trusted.</summary>
    public void Reset()
    {
        swept.IsComplete = false;
        sweepAt = rootsAt = default;
    }

    public void Dispose() => watches.Dispose();

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
