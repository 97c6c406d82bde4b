using Marten;
using Sovia.Library;

namespace Sovia.MediaFiles.Matching;

/// <summary>Tries the files again whose posts were not known: to be run when posts have arrived.</summary>
public sealed class MatchWaiting(ISessionFactory sessions)
{
    private const int FilesPerBatch = 500;

    /// <summary>Goes over all unmatched and ambiguous files, each batch in a transaction of its own.</summary>
    /// <returns>How many found a post.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var found = 0;
        foreach (var state in new[] { FileState.Unmatched, FileState.Ambiguous })
            for (var last = (At: DateTimeOffset.MinValue, Id: ""); ;)
            {
                await using var session = sessions.OpenSession();
                await LibraryTurn.TakeAsync(session, ct);
                var batch = await session.Query<MediaFile>()
                    .Where(file => file.State == state && file.SeenAt >= last.At && (file.SeenAt > last.At || file.Id.CompareTo(last.Id) > 0))
                    .OrderBy(file => file.SeenAt).ThenBy(file => file.Id).Take(FilesPerBatch).ToListAsync(ct);
                if (batch.Count == 0) break;
                var book = new FileBook(session);
                var hashes = batch.Select(file => file.Id).ToList();
                await book.OpenAsync(hashes, ct);
                await MatchFiles.InAsync(book, hashes, ct);
                await book.CloseAsync(ct);
                found += hashes.Count(hash => book.File(hash)!.State == FileState.Matched);
                last = (batch[^1].SeenAt, batch[^1].Id);
            }
        return found;
    }
}
