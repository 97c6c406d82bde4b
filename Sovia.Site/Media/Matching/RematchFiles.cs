using Marten;
using Sovia.Jobs;
using Sovia.Library.Writing;

namespace Sovia.Media.Matching;

/// <summary>Retries the files that have no post yet. Runs after posts are imported.</summary>
public sealed partial class RematchFiles(ISessionFactory sessions, ILogger<RematchFiles> logger)
{
    private const int FilesPerBatch = 500;

    /// <summary>Retries all files without a post, each batch in its own transaction.</summary>
    /// <returns>The number of files that were matched.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var matchedCount = 0;
        foreach (var state in new[] { FileState.Unmatched, FileState.Ambiguous, FileState.Ignored })
            for (var after = (At: DateTimeOffset.MinValue, Id: ""); await ReadBatchAsync(state, after, ct) is { Count: > 0 } batch; after =
                (batch[^1].SeenAt, batch[^1].Id))
                await BisectingWriter.WriteAsync([.. batch.Select(file => file.Id)], async (hashes, ct) =>
                    matchedCount += await MatchAsync(hashes, ct), LogRefused, ct);
        return matchedCount;
    }

    private async Task<IReadOnlyList<MediaFile>> ReadBatchAsync(FileState state, (DateTimeOffset At, string Id) after, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await session.Query<MediaFile>()
            .Where(file => file.State == state && file.SeenAt >= after.At && (file.SeenAt > after.At || file.Id.CompareTo(after.Id) > 0))
            .OrderBy(file => file.SeenAt).ThenBy(file => file.Id).Take(FilesPerBatch).ToListAsync(ct);
    }

    private async Task<int> MatchAsync(IReadOnlyList<string> hashes, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await LibraryWriteLock.AcquireAsync(session, ct);
        var work = new FileUnitOfWork(session);
        await work.LoadAsync(hashes, ct);
        await MatchFiles.RunAsync(work, hashes, ct);
        await work.SaveChangesAsync(ct);
        return hashes.Count(hash => work.FindFile(hash)?.State == FileState.Matched);
    }

    private void LogRefused(string sha256, Exception e) => LogRefused(e, sha256);

    [LoggerMessage(Level = LogLevel.Error, Message = "Can't match file {Sha256} to its post")]
    private partial void LogRefused(Exception e, string sha256);
}
