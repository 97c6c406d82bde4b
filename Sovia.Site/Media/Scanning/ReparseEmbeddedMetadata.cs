using Marten;
using Sovia.Library.Writing;
using Sovia.Media.Matching;
using Sovia.Metadata;

namespace Sovia.Media.Scanning;

/// <summary>
/// Reparses the stored texts that an earlier <see cref="EmbeddedMetadataReader.Version"/> read from files, and updates the prompts of
/// their posts.
/// </summary>
public sealed class ReparseEmbeddedMetadata(ISessionFactory sessions)
{
    private const int FilesPerBatch = 100;

    /// <summary>Reparses all such files, present or missing, each batch in its own transaction.</summary>
    /// <returns>The number of files whose metadata changed.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var changedCount = 0;
        for (var lastHash = ""; ;)
        {
            var batch = await ReadBatchAsync(lastHash, ct);
            if (batch.Count == 0) break;
            changedCount += await ReparseBatchAsync(batch, ct);
            lastHash = batch[^1];
        }

        return changedCount;
    }

    private async Task<IReadOnlyList<string>> ReadBatchAsync(string afterHash, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await session.Query<MediaFile>()
            .Where(file => file.Id.CompareTo(afterHash) > 0 && file.Embedded != null
                && (file.Embedded.Version == null || file.Embedded.Version < EmbeddedMetadataReader.Version))
            .OrderBy(file => file.Id).Take(FilesPerBatch).Select(file => file.Id).ToListAsync(ct);
    }

    private async Task<int> ReparseBatchAsync(IReadOnlyList<string> hashes, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await LibraryWriteLock.AcquireAsync(session, ct);
        var work = new FileUnitOfWork(session);
        await work.LoadAsync([.. hashes], ct);
        var changedCount = 0;
        foreach (var hash in hashes)
        {
            if (work.FindFile(hash) is not { Embedded: { } stored } file) continue;
            var parsed = EmbeddedMetadataReader.Reparse(stored);
            if ((parsed.Prompt, parsed.NegativePrompt, parsed.Model, parsed.Seed) != (stored.Prompt, stored.NegativePrompt, stored.Model,
                stored.Seed)) changedCount++;
            work.Store(file with { Embedded = parsed });
        }

        await work.SaveChangesAsync(ct);
        return changedCount;
    }
}
