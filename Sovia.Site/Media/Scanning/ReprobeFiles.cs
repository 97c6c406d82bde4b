using Marten;
using Sovia.Library;
using Sovia.Library.Writing;
using Sovia.Media.Matching;
using Sovia.Metadata.Probing;
using Sovia.Pictures;

namespace Sovia.Media.Scanning;

/// <summary>
/// Reprobes files that an older version probed, or that lack facts because no decoder was available, once for each
/// <see cref="MediaProbe.Version"/>. Probes one at a time, and only while no picture request is waiting. Posts with several of
/// these files get their best file chosen again.
/// </summary>
public sealed class ReprobeFiles(MediaProbe probe, MediaFileLocator media, AllMediaRoots roots, BuildThrottle throttle,
    PictureFolder pictures,
    PictureQueue queue, ISessionFactory sessions)
{
    private const int FilesPerBatch = 20;

    /// <summary>Probes all such files that are present, each batch in its own transaction.</summary>
    /// <returns>The number of files with new facts.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var updatedCount = 0;
        for (var lastHash = ""; ;)
        {
            var batch = await ReadBatchAsync(lastHash, ct);
            if (batch.Count == 0) break;
            updatedCount += await RecordAsync(await ProbeBatchAsync(batch, ct), ct);
            lastHash = batch[^1].Id;
        }
        return updatedCount;
    }

    private async Task<IReadOnlyList<MediaFile>> ReadBatchAsync(string afterHash, CancellationToken ct)
    {
        var version = probe.Version;
        await using var session = sessions.QuerySession();
        return await session.Query<MediaFile>()
            .Where(file => file.Present && file.Id.CompareTo(afterHash) > 0
                && (file.Properties!.Version == null || file.Properties.Version < MediaProbe.MinVersion
                    || (file.Properties.Version < version
                        && (file.Properties!.Problem != null || file.Properties.Width == null || file.Properties.ThumbHash == null))))
            .OrderBy(file => file.Id).Take(FilesPerBatch).ToListAsync(ct);
    }

    private async Task<List<(PictureSource Source, MediaProperties Facts)>> ProbeBatchAsync(IReadOnlyList<MediaFile> files,
        CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        var fileFinder = new FindLocalFile(session, media, roots);
        List<(PictureSource, MediaProperties)> probed = [];
        foreach (var file in files)
        {
            await throttle.WaitUntilIdleAsync(ct);
            if (await fileFinder.ByHashAsync(file.Id, ct) is { } localFile
                && await probe.ProbeAsync(localFile.FullPath, new(file.Mime, ""), ct) is { Version: not null } facts)
                probed.Add((new(file.Id, localFile.FullPath), facts));
        }
        return probed;
    }

    private async Task<int> RecordAsync(List<(PictureSource Source, MediaProperties Facts)> probed, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await LibraryWriteLock.AcquireAsync(session, ct);
        var work = new FileUnitOfWork(session);
        await work.LoadAsync([.. probed.Select(pair => pair.Source.Sha256)], ct);
        var updatedCount = 0;
        foreach (var (source, facts) in probed)
        {
            if (work.FindFile(source.Sha256) is not { } file) continue;
            var hasNewFacts = facts with { Version = null } != (file.Properties ?? new()) with { Version = null }
                && (facts.Width is not null || file.Properties?.Width is null);
            var mergedFacts = hasNewFacts ? facts : (file.Properties ?? new()) with
            {
                Version = facts.Version,
                Damage = facts.Damage,
                Problem = facts.Damage
                ?? file.Properties?.Problem
            };
            work.Store(file.WithProbeResult(mergedFacts, probe.CanDecodeFully));
            if (hasNewFacts) updatedCount++;

            // An earlier version handled the rotation differently, so the pictures must be rebuilt.
            if (hasNewFacts && file.Properties is { Width: not null } old && (old.Width, old.Height) != (facts.Width, facts.Height))
                pictures.DeleteAll(source.Sha256);
            if (hasNewFacts && mergedFacts.Problem is null && file.Kind != MediaKind.Unknown) queue.Add(source.Sha256, source.Path);
        }
        await work.SaveChangesAsync(ct);
        return updatedCount;
    }
}
