namespace Sovia.Media.Scanning;

/// <summary>Scans changes below the current library's media roots shortly after they happen, and everything at intervals.</summary>
internal sealed class LibraryWatcher(AllMediaRoots roots, ScanRoots scan, FullScanState fullScanState, WatchSettings settings,
    TimeProvider clock)
    : IDisposable
{
    private static readonly TimeSpan RootsRefreshInterval = TimeSpan.FromSeconds(3);

    private readonly RootWatchers watchers = new(clock);
    private IReadOnlyList<string> mediaRoots = [];
    private DateTimeOffset nextFullScanAt;
    private DateTimeOffset nextRootsRefreshAt;

    /// <summary>Checks for changes and scans them.</summary>
    public async Task PollAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now >= nextRootsRefreshAt)
        {
            mediaRoots = await roots.ListAsync(ct);
            nextRootsRefreshAt = now + RootsRefreshInterval;
        }
        var changedRoots = watchers.Update(mediaRoots);
        if (now < nextFullScanAt)
        {
            var paths = changedRoots.Concat(watchers.DequeueStablePaths(settings.QuietPeriod)).Distinct().ToList();
            if (paths.Count > 0 && (await scan.ScanPathsAsync(paths, settings.QuietPeriod, ct)).RecentlyChanged > 0)
                nextFullScanAt = clock.GetUtcNow() + settings.QuietPeriod;
            return;
        }
        var report = await scan.ScanAllSettledAsync(settings.QuietPeriod, ct);
        fullScanState.IsComplete = report.RecentlyChanged == 0 || fullScanState.IsComplete;
        // Scales the pause with the scan's duration, so that slow scans run rarely.
        var elapsed = clock.GetUtcNow() - now;
        var pause = watchers.HasUnwatchedRoot ? settings.UnwatchedScanInterval : settings.FullScanInterval;
        nextFullScanAt = clock.GetUtcNow()
            + (report.RecentlyChanged > 0 ? Max(settings.QuietPeriod, elapsed * 2) : Max(pause, elapsed * 20));
    }

    /// <summary>Forces a full scan at the next poll, because after an error no recorded state is trusted.</summary>
    public void Reset()
    {
        fullScanState.IsComplete = false;
        nextFullScanAt = nextRootsRefreshAt = default;
    }

    public void Dispose() => watchers.Dispose();

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
