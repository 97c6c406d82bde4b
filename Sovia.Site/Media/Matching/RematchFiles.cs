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
        var found = 0;
        foreach (var state in new[] { FileState.Unmatched, FileState.Ambiguous, FileState.Ignored })
            for (var last = (At: DateTimeOffset.MinValue, Id: ""); await NextAsync(state, last, ct) is { Count: > 0 } batch; last =
                (batch[^1].SeenAt, batch[^1].Id))
                await BisectingWriter.WriteAsync([.. batch.Select(file => file.Id)], async (hashes, ct) =>
                    found += await MatchAsync(hashes, ct), LogRefused, ct);
        return found;
    }

    private async Task<IReadOnlyList<MediaFile>> NextAsync(FileState state, (DateTimeOffset At, string Id) last, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await session.Query<MediaFile>()
            .Where(file => file.State == state && file.SeenAt >= last.At && (file.SeenAt > last.At || file.Id.CompareTo(last.Id) > 0))
            .OrderBy(file => file.SeenAt).ThenBy(file => file.Id).Take(FilesPerBatch).ToListAsync(ct);
    }

    private async Task<int> MatchAsync(IReadOnlyList<string> hashes, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await LibraryWriteLock.AcquireAsync(session, ct);
        var book = new FileUnitOfWork(session);
        await book.LoadAsync(hashes, ct);
        await MatchFiles.RunAsync(book, hashes, ct);
        await book.SaveChangesAsync(ct);
        return hashes.Count(hash => book.FindFile(hash)?.State == FileState.Matched);
    }

    private void LogRefused(string sha256, Exception e) => LogRefused(e, sha256);

    [LoggerMessage(Level = LogLevel.Error, Message = "File {Sha256} cannot be given its post")]
    private partial void LogRefused(Exception e, string sha256);
}
