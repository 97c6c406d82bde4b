using Marten;
using Marten.Linq.MatchesSql;
using Sovia.Library.Writing;
using Sovia.Media.Matching;
using Sovia.Metadata.Decoding;
using Sovia.Metadata.Probing;
using Sovia.Pictures;

namespace Sovia.Media.Scanning;

/// <summary>
/// Decodes each clip to its end once, after a scan has taken it in, and notes those that are damaged. One after the other, and only while
/// nobody waits for a picture; what is done is noted clip by clip, so it may die at any point and be run again.
/// </summary>
public sealed class CheckClips(MediaProbe probe, LocalMedia media, AllMediaRoots roots, BuildThrottle turns, ISessionFactory sessions)
{
    private const int FilesPerBatch = 20;

    /// <summary>Goes through all clips that wait and are here.</summary>
    /// <returns>How many turned out to be damaged.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        if (!await HasPendingAsync(ct)) return 0;
        var damaged = 0;
        for (var last = ""; ;)
        {
            var batch = await NextAsync(last, FilesPerBatch, ct);
            if (batch.Count == 0) break;
            foreach (var sha256 in batch)
                if (await PathOfAsync(sha256, ct) is { } path && await WatchAsync(sha256, path, ct)) damaged++;
            last = batch[^1];
        }
        return damaged;
    }

    /// <summary>Whether any waits that can be watched here.</summary>
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
            // Nothing was found out about the clip, so it waits for the next time.
            return false;
        }
    }

    private async Task<IReadOnlyList<string>> NextAsync(string last, int count, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await QueryPending(session, last, count).ToListAsync(ct);
    }

    /// <summary>They lie together in an index of their own.</summary>
    internal static IQueryable<string> QueryPending(IQuerySession session, string last, int count) => session.Query<MediaFile>()
        .Where(file => file.MatchesSql("d.data ->> 'unwatched' is not null") && file.Present && file.Id.CompareTo(last) > 0)
        .OrderBy(file => file.Id).Take(count).Select(file => file.Id);

    private async Task<string?> PathOfAsync(string sha256, CancellationToken ct)
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
