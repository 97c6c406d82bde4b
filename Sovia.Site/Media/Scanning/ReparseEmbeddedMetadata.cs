using Marten;
using Sovia.Library.Writing;
using Sovia.Media.Matching;
using Sovia.Metadata;

namespace Sovia.Media.Scanning;

/// <summary>
/// Parses again the stored texts that an earlier <see cref="EmbeddedMetadataReader.Version"/> read from files, and updates the prompts of
/// their posts.
/// </summary>
public sealed class ReparseEmbeddedMetadata(ISessionFactory sessions)
{
    private const int FilesPerBatch = 100;

    /// <summary>Reparses all such files, present or missing, each batch in its own transaction.</summary>
    /// <returns>The number of files whose metadata changed.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var changed = 0;
        for (var last = ""; ;)
        {
            var batch = await NextAsync(last, ct);
            if (batch.Count == 0) break;
            changed += await RecordAsync(batch, ct);
            last = batch[^1];
        }

        return changed;
    }

    private async Task<IReadOnlyList<string>> NextAsync(string last, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await session.Query<MediaFile>()
            .Where(file => file.Id.CompareTo(last) > 0 && file.Embedded != null
                && (file.Embedded.Version == null || file.Embedded.Version < EmbeddedMetadataReader.Version))
            .OrderBy(file => file.Id).Take(FilesPerBatch).Select(file => file.Id).ToListAsync(ct);
    }

    private async Task<int> RecordAsync(IReadOnlyList<string> hashes, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await LibraryWriteLock.AcquireAsync(session, ct);
        var book = new FileUnitOfWork(session);
        await book.LoadAsync([.. hashes], ct);
        var changed = 0;
        foreach (var hash in hashes)
        {
            if (book.FindFile(hash) is not { Embedded: { } before } file) continue;
            var again = EmbeddedMetadataReader.Reparse(before);
            if ((again.Prompt, again.NegativePrompt, again.Model, again.Seed) != (before.Prompt, before.NegativePrompt, before.Model,
                before.Seed)) changed++;
            book.Store(file with { Embedded = again });
        }

        await book.SaveChangesAsync(ct);
        return changed;
    }
}
