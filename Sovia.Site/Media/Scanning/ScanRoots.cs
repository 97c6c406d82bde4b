using Marten;
using Sovia.Jobs;
using Sovia.Media.Matching;
using Sovia.Metadata.Probing;
using Sovia.Pictures;
using Sovia.Storage;

namespace Sovia.Media.Scanning;

/// <summary>
/// Looks for media under the media roots and finds their posts. Only what is new or has changed is opened; every batch is
/// one transaction, so a scan may die at any point and be run again.
/// </summary>
public sealed partial class ScanRoots(
    AllMediaRoots roots, UploadFolder uploadFolder, ScanExclusions scanExclusions, MediaProbe probe, RematchFiles waiting,
    PictureFolder pictures, PictureQueue queue, JobWakeSignal bell, LibraryLockProvider locks,
    ISessionFactory sessions, TimeProvider clock, ILogger<ScanRoots> logger)
{
    /// <summary>Scans all media roots, and tries the files again that had no post.</summary>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="ct">Stops between batches.</param>
    public async Task<ScanReport> ScanAllAsync(IProgress<ScanReport>? progress, CancellationToken ct)
    {
        var all = await roots.ListAsync(ct);
        return await RunAsync([.. all.Select(root => new ScanTarget(root))], all, TimeSpan.Zero, new(), progress, isPart: false, ct);
    }

    /// <summary>Scans all media roots, and leaves alone what has changed just now: somebody may be writing to it.</summary>
    /// <param name="quiet">How long a file must have been as it is.</param>
    /// <param name="ct">Stops between batches.</param>
    public async Task<ScanReport> ScanAllSettledAsync(TimeSpan quiet, CancellationToken ct)
    {
        var all = await roots.ListAsync(ct);
        return await RunAsync([.. all.Select(root => new ScanTarget(root))], all, quiet, new(), null, isPart: false, ct);
    }

    /// <summary>Scans only these paths, such as those that a watcher saw change. What lies outside the media roots is left alone.</summary>
    /// <param name="paths">Absolute paths of folders and files, which need not exist any more.</param>
    /// <param name="quiet">How long a file must have been as it is.</param>
    /// <param name="ct">Stops between batches.</param>
    /// <returns>What was met. How all files stand is not counted: that would cost more than the look.</returns>
    public async Task<ScanReport> ScanPathsAsync(IEnumerable<string> paths, TimeSpan quiet, CancellationToken ct)
    {
        var all = await roots.ListAsync(ct);
        return await RunAsync([.. paths.Select(path => ScanTarget.Find(path, all)).OfType<ScanTarget>().Distinct()], all, quiet, new(),
            null, isPart: true, ct);
    }

    /// <summary>Scans what the user named. A folder outside the media roots becomes one of them: naming it is asking for that.</summary>
    /// <param name="paths">Folders, and files inside media roots.</param>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="ct">Stops between batches.</param>
    public async Task<ScanReport> ScanNamedAsync(IReadOnlyCollection<string> paths, IProgress<ScanReport>? progress, CancellationToken ct)
    {
        var tally = new ScanCounters();
        var scopes = await new ResolveScanTargets(roots, uploadFolder, scanExclusions, sessions).RunAsync(paths, tally, ct);
        return await RunAsync(scopes, await roots.ListAsync(ct), TimeSpan.Zero, tally, progress, isPart: false, ct);
    }

    private async Task<ScanReport> RunAsync(
        IReadOnlyList<ScanTarget> scopes, IReadOnlyList<string> all, TimeSpan quiet, ScanCounters tally, IProgress<ScanReport>? progress,
        bool isPart,
        CancellationToken ct)
    {
        await using var held = await locks.AcquireAsync("scan", ct);
        using var going = CancellationTokenSource.CreateLinkedTokenSource(ct, held.LostToken);
        ct = going.Token;
        var record = new RecordFiles(sessions, clock);
        var closed = all.Append(uploadFolder.DataDirectory).ToHashSet(StringComparer.Ordinal);
        // A time in the future is some other clock's, and says nothing about now.
        bool IsFresh(FileEntry seen) => clock.GetUtcNow().UtcTicks - seen.ModifiedTicks is >= 0 and var age && age < quiet.Ticks;
        foreach (var scanTarget in scopes)
            await new TargetScanner(scanTarget, closed, scanExclusions, IsFresh, record, new(probe, record), sessions, tally, progress)
                .RunAsync(ct);
        if (quiet == TimeSpan.Zero) await waiting.RunAsync(ct);
        var report = isPart ? tally.ToReport() : await ScanTotals.AddToReportAsync(sessions, tally.ToReport(), scopes, ct);
        if (report.New + report.Changed > 0)
        {
            bell.Signal(CheckClipsJob.JobName);
            await QueuePicturesAsync(tally.ReadHashes, ct);
        }
        LogScanned(report.Seen, report.New, report.Changed, report.Missing, report.Rejected);
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
