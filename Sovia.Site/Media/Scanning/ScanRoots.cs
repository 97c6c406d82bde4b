using Marten;
using Sovia.Jobs;
using Sovia.Media.Matching;
using Sovia.Metadata.Probing;
using Sovia.Pictures;
using Sovia.Storage;

namespace Sovia.Media.Scanning;

/// <summary>
/// Scans the media roots and matches files to posts. Opens only new and changed files. Each batch is one transaction, so an interrupted
/// scan can be repeated.
/// </summary>
public sealed partial class ScanRoots(
    AllMediaRoots roots, UploadFolder uploadFolder, ScanExclusions scanExclusions, MediaProbe probe, RematchFiles waiting,
    PictureFolder pictures, PictureQueue queue, JobWakeSignal wakeSignal, LibraryLockProvider locks,
    ISessionFactory sessions, TimeProvider clock, ILogger<ScanRoots> logger)
{
    /// <summary>Scans all media roots and retries the unmatched files.</summary>
    /// <param name="progress">Receives the report after each batch.</param>
    /// <param name="ct">Stops between batches.</param>
    public async Task<ScanReport> ScanAllAsync(IProgress<ScanReport>? progress, CancellationToken ct)
    {
        var all = await roots.ListAsync(ct);
        return await RunAsync([.. all.Select(root => new ScanTarget(root))], all, TimeSpan.Zero, new(), progress, isPart: false, ct);
    }

    /// <summary>Scans all media roots, skipping files that changed recently, because they may still be written to.</summary>
    /// <param name="quiet">How long a file must have been unchanged.</param>
    /// <param name="ct">Stops between batches.</param>
    public async Task<ScanReport> ScanAllSettledAsync(TimeSpan quiet, CancellationToken ct)
    {
        var all = await roots.ListAsync(ct);
        return await RunAsync([.. all.Select(root => new ScanTarget(root))], all, quiet, new(), null, isPart: false, ct);
    }

    /// <summary>Scans only these paths, such as changes seen by a watcher. Ignores paths outside the media roots.</summary>
    /// <param name="paths">Absolute paths of folders and files, which need not exist any more.</param>
    /// <param name="quiet">How long a file must have been unchanged.</param>
    /// <param name="ct">Stops between batches.</param>
    /// <returns>The files found. Does not count the state of all files, which would cost more than the scan.</returns>
    public async Task<ScanReport> ScanPathsAsync(IEnumerable<string> paths, TimeSpan quiet, CancellationToken ct)
    {
        var all = await roots.ListAsync(ct);
        return await RunAsync([.. paths.Select(path => ScanTarget.Find(path, all)).OfType<ScanTarget>().Distinct()], all, quiet, new(),
            null, isPart: true, ct);
    }

    /// <summary>
    /// Scans the paths that the user named. A folder outside the media roots becomes a media root, because naming it is an explicit
    /// request.
    /// </summary>
    /// <param name="paths">Folders, and files inside media roots.</param>
    /// <param name="progress">Receives the report after each batch.</param>
    /// <param name="ct">Stops between batches.</param>
    public async Task<ScanReport> ScanNamedAsync(IReadOnlyCollection<string> paths, IProgress<ScanReport>? progress, CancellationToken ct)
    {
        var tally = new ScanCounters();
        var targets = await new ResolveScanTargets(roots, uploadFolder, scanExclusions, sessions).RunAsync(paths, tally, ct);
        return await RunAsync(targets, await roots.ListAsync(ct), TimeSpan.Zero, tally, progress, isPart: false, ct);
    }

    private async Task<ScanReport> RunAsync(
        IReadOnlyList<ScanTarget> targets, IReadOnlyList<string> all, TimeSpan quiet, ScanCounters tally, IProgress<ScanReport>? progress,
        bool isPart,
        CancellationToken ct)
    {
        await using var lockHandle = await locks.AcquireAsync("scan", ct);
        using var linkedSource = CancellationTokenSource.CreateLinkedTokenSource(ct, lockHandle.LostToken);
        ct = linkedSource.Token;
        var recorder = new SaveScanChanges(sessions, clock);
        var foldersToSkip = all.Append(uploadFolder.DataDirectory).ToHashSet(StringComparer.Ordinal);
        // A modification time in the future comes from another clock and says nothing about the file's age.
        bool IsFresh(FileEntry entry) => clock.GetUtcNow().UtcTicks - entry.ModifiedTicks is >= 0 and var age && age < quiet.Ticks;
        foreach (var scanTarget in targets)
            await new TargetScanner(scanTarget, foldersToSkip, scanExclusions, IsFresh, recorder, new(probe, recorder), sessions, tally,
                progress)
                .RunAsync(ct);
        if (quiet == TimeSpan.Zero) await waiting.RunAsync(ct);
        var report = isPart ? tally.ToReport() : await ScanTotals.AddToReportAsync(sessions, tally.ToReport(), targets, ct);
        if (report.New + report.Changed > 0)
        {
            wakeSignal.Signal(FindDamagedVideosJob.JobName);
            await QueuePicturesAsync(tally.ReadHashes, ct);
        }
        LogScanned(report.Files, report.New, report.Changed, report.Missing, report.Rejected);
        return report;
    }

    private async Task QueuePicturesAsync(IReadOnlyCollection<string>? hashes, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        await new QueueMissingPictures(session, roots, pictures, queue).RunAsync(hashes, ct);
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Scan: {Seen} files, {New} new, {Changed} changed, {Missing} missing, {Rejected} rejected")]
    private partial void LogScanned(int seen, int @new, int changed, int missing, int rejected);
}
