using Marten;
using Sovia.Library;
using Sovia.Library.Writing;
using Sovia.Media.Matching;
using Sovia.Metadata.Probing;
using Sovia.Pictures;

namespace Sovia.Media.Scanning;

/// <summary>
/// Probes files again that an older probe read, or that lack facts because no decoder was available, once for each
/// <see cref="MediaProbe.Version"/>. Works through them one at a time, and only while no picture is being waited for. Posts with several of
/// these files get their best file chosen again.
/// </summary>
public sealed class ReprobeFiles(MediaProbe probe, LocalMedia media, AllMediaRoots roots, BuildThrottle turns, PictureFolder pictures,
    PictureQueue queue, ISessionFactory sessions)
{
    private const int FilesPerBatch = 20;

    /// <summary>Probes all such files that are present, each batch in its own transaction.</summary>
    /// <returns>The number of files with new facts.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var learnt = 0;
        for (var last = ""; ;)
        {
            var batch = await NextAsync(last, ct);
            if (batch.Count == 0) break;
            learnt += await RecordAsync(await ReadAsync(batch, ct), ct);
            last = batch[^1].Id;
        }
        return learnt;
    }

    private async Task<IReadOnlyList<MediaFile>> NextAsync(string last, CancellationToken ct)
    {
        var version = probe.Version;
        await using var session = sessions.QuerySession();
        return await session.Query<MediaFile>()
            .Where(file => file.Present && file.Id.CompareTo(last) > 0
                && (file.Facts!.Version == null || file.Facts.Version < MediaProbe.MinVersion
                    || (file.Facts.Version < version
                        && (file.Facts!.Problem != null || file.Facts.Width == null || file.Facts.ThumbHash == null))))
            .OrderBy(file => file.Id).Take(FilesPerBatch).ToListAsync(ct);
    }

    private async Task<List<(PictureSource Source, MediaFacts Facts)>> ReadAsync(IReadOnlyList<MediaFile> files, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        var bytes = new FindLocalFile(session, media, roots);
        List<(PictureSource, MediaFacts)> read = [];
        foreach (var file in files)
        {
            await turns.WaitUntilIdleAsync(ct);
            if (await bytes.ByHashAsync(file.Id, ct) is { } there
                && await probe.ProbeAsync(there.FullPath, new(file.Mime, ""), ct) is { Version: not null } facts)
                read.Add((new(file.Id, there.FullPath), facts));
        }
        return read;
    }

    private async Task<int> RecordAsync(List<(PictureSource Source, MediaFacts Facts)> read, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await LibraryWriteLock.AcquireAsync(session, ct);
        var book = new FileUnitOfWork(session);
        await book.LoadAsync([.. read.Select(pair => pair.Source.Sha256)], ct);
        var learnt = 0;
        foreach (var (source, facts) in read)
        {
            if (book.FindFile(source.Sha256) is not { } file) continue;
            var isMore = facts with { Version = null } != (file.Facts ?? new()) with { Version = null }
                && (facts.Width is not null || file.Facts?.Width is null);
            var known = isMore ? facts : (file.Facts ?? new()) with
            {
                Version = facts.Version,
                Damage = facts.Damage,
                Problem = facts.Damage
                ?? file.Facts?.Problem
            };
            book.Store(file.WithProbeResult(known, probe.CanDecodeFully));
            if (isMore) learnt++;

            // An earlier version handled the rotation differently, so the pictures must be rebuilt.
            if (isMore && file.Facts is { Width: not null } before && (before.Width, before.Height) != (facts.Width, facts.Height))
                pictures.DeleteAll(source.Sha256);
            if (isMore && known.Problem is null && file.Kind != MediaKind.Unknown) queue.Add(source.Sha256, source.Path);
        }
        await book.SaveChangesAsync(ct);
        return learnt;
    }
}
