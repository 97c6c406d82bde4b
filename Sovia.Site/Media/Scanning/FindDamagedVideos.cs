using Marten;
using Marten.Linq.MatchesSql;
using Sovia.Library.Writing;
using Sovia.Media.Matching;
using Sovia.Metadata.Decoding;
using Sovia.Metadata.Probing;
using Sovia.Pictures;

namespace Sovia.Media.Scanning;

/// <summary>
/// Fully decodes each new video once after a scan and records the damaged ones. Checks one at a time, and only while no picture
/// request is waiting. Saves after each video, so an interrupted run can be repeated.
/// </summary>
public sealed class FindDamagedVideos(MediaProbe probe, MediaFileLocator media, AllMediaRoots roots, BuildThrottle throttle,
    ISessionFactory sessions)
{
    private const int FilesPerBatch = 20;

    /// <summary>Checks all videos that are pending and present.</summary>
    /// <returns>The number of damaged videos.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        if (!await HasPendingAsync(ct)) return 0;
        var damagedCount = 0;
        for (var lastHash = ""; ;)
        {
            var batch = await ReadPendingAsync(lastHash, FilesPerBatch, ct);
            if (batch.Count == 0) break;
            foreach (var sha256 in batch)
                if (await FindPathAsync(sha256, ct) is { } path && await CheckAsync(sha256, path, ct)) damagedCount++;
            lastHash = batch[^1];
        }
        return damagedCount;
    }

    /// <summary>Returns whether any video is pending and a decoder is available.</summary>
    public async Task<bool> HasPendingAsync(CancellationToken ct) => probe.CanDecodeFully && await ReadPendingAsync("", 1, ct) is not [];

    private async Task<bool> CheckAsync(string sha256, string path, CancellationToken ct)
    {
        await throttle.WaitUntilIdleAsync(ct);
        try
        {
            var damage = await probe.FindDecodeDamageAsync(path, ct);
            await RecordResultAsync(sha256, damage, ct);
            return damage is not null;
        }
        catch (UnreadableMediaException)
        {
            // The check gave no result, so the video stays pending for the next run.
            return false;
        }
    }

    private async Task<IReadOnlyList<string>> ReadPendingAsync(string afterHash, int count, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await QueryPending(session, afterHash, count).ToListAsync(ct);
    }

    /// <summary>Returns the hashes of pending files. A partial index contains only these files.</summary>
    internal static IQueryable<string> QueryPending(IQuerySession session, string last, int count) => session.Query<MediaFile>()
        .Where(file => file.MatchesSql("d.data ->> 'unwatched' is not null") && file.Present && file.Id.CompareTo(last) > 0)
        .OrderBy(file => file.Id).Take(count).Select(file => file.Id);

    private async Task<string?> FindPathAsync(string sha256, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return (await new FindLocalFile(session, media, roots).ByHashAsync(sha256, ct))?.FullPath;
    }

    private async Task RecordResultAsync(string sha256, string? damage, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await LibraryWriteLock.AcquireAsync(session, ct);
        var work = new FileUnitOfWork(session);
        await work.LoadAsync([sha256], ct);
        if (work.FindFile(sha256) is not { } file) return;
        work.Store(file with { NeedsFullDecode = null, Damage = damage ?? file.Damage, Problem = damage ?? file.Problem });
        await work.SaveChangesAsync(ct);
    }
}
