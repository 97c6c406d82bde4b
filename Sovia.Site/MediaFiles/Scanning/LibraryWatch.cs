namespace Sovia.MediaFiles.Scanning;

/// <summary>Scans what changes below the media roots of the current library, soon after it has, and everything now and then.</summary>
internal sealed class LibraryWatch(KnownRoots roots, ScanRoots scan, SweptRoots swept, WatchSettings settings, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan RootsAreRead = TimeSpan.FromSeconds(3);

    private readonly RootWatches watches = new(clock);
    private IReadOnlyList<string> known = [];
    private DateTimeOffset sweepAt;
    private DateTimeOffset rootsAt;

    /// <summary>Looks whether something has happened, and scans it.</summary>
    public async Task LookAsync(CancellationToken ct)
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

    /// <summary>Looks at everything the next time: something went wrong, so that nothing is relied upon.</summary>
    public void BeginAnew()
    {
        swept.IsDone = false;
        sweepAt = rootsAt = default;
    }

    public void Dispose() => watches.Dispose();

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
