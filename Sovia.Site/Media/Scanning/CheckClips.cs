using Marten;
using Marten.Linq.MatchesSql;
using Sovia.Library.Writing;
using Sovia.Media.Matching;
using Sovia.Metadata.Decoding;
using Sovia.Metadata.Probing;
using Sovia.Pictures;

namespace Sovia.Media.Scanning;

/// <summary>
/// Fully decodes each new video once after a scan and records the damaged ones. Works through them one at a time, and only while no picture
/// is being waited for. Saves after each video, so an interrupted run can be repeated.
/// </summary>
public sealed class CheckClips(MediaProbe probe, LocalMedia media, AllMediaRoots roots, BuildThrottle turns, ISessionFactory sessions)
{
    private const int FilesPerBatch = 20;

    /// <summary>Checks all videos that are pending and present.</summary>
    /// <returns>The number of damaged videos.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        if (!await HasPendingAsync(ct)) return 0;
        var damaged = 0;
        for (var last = ""; ;)
        {
            var batch = await NextAsync(last, FilesPerBatch, ct);
            if (batch.Count == 0) break;
            foreach (var sha256 in batch)
                if (await GetPathAsync(sha256, ct) is { } path && await WatchAsync(sha256, path, ct)) damaged++;
            last = batch[^1];
        }
        return damaged;
    }

    /// <summary>Returns whether any video is pending and can be decoded here.</summary>
    public async Task<bool> HasPendingAsync(CancellationToken ct) => probe.CanDecodeFully && await NextAsync("", 1, ct) is not [];

    private async Task<bool> WatchAsync(string sha256, string path, CancellationToken ct)
    {
        await turns.WaitUntilIdleAsync(ct);
        try
        {
            var damage = await probe.FindDecodeDamageAsync(path, ct);
            await NoteAsync(sha256, damage, ct);
            return damage is not null;
        }
        catch (UnreadableMediaException)
        {
            // The check gave no result, so the video stays pending for the next run.
            return false;
        }
    }

    private async Task<IReadOnlyList<string>> NextAsync(string last, int count, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await QueryPending(session, last, count).ToListAsync(ct);
    }

    /// <summary>Returns the hashes of pending files. A partial index contains only these files.</summary>
    internal static IQueryable<string> QueryPending(IQuerySession session, string last, int count) => session.Query<MediaFile>()
        .Where(file => file.MatchesSql("d.data ->> 'unwatched' is not null") && file.Present && file.Id.CompareTo(last) > 0)
        .OrderBy(file => file.Id).Take(count).Select(file => file.Id);

    private async Task<string?> GetPathAsync(string sha256, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return (await new FindLocalFile(session, media, roots).ByHashAsync(sha256, ct))?.FullPath;
    }

    private async Task NoteAsync(string sha256, string? damage, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await LibraryWriteLock.AcquireAsync(session, ct);
        var book = new FileUnitOfWork(session);
        await book.LoadAsync([sha256], ct);
        if (book.FindFile(sha256) is not { } file) return;
        book.Store(file with { Unwatched = null, Damage = damage ?? file.Damage, Problem = damage ?? file.Problem });
        await book.SaveChangesAsync(ct);
    }
}
