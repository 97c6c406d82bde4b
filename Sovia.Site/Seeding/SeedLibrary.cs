using Marten;
using Sovia.Import;
using Sovia.Index.Writing;
using Sovia.Library;
using Sovia.Library.Writing;
using Sovia.Storage;

namespace Sovia.Seeding;

/// <summary>Fills an empty library with a synthetic one.</summary>
public sealed class SeedLibrary(ISessionFactory sessions, LibraryLockProvider locks)
{
    private const int FamiliesPerBatch = 500;

    /// <summary>Writes all families. Families written before a cancellation are kept.</summary>
    /// <param name="library">The synthetic library.</param>
    /// <param name="progress">Receives the progress after each batch.</param>
    /// <param name="ct">Cancels between batches.</param>
    /// <returns>The written amount, or null if the library already has posts.</returns>
    public async Task<SeedProgress?> RunAsync(SyntheticLibrary library, IProgress<SeedProgress>? progress, CancellationToken ct)
    {
        await using var lockHandle = await locks.AcquireAsync(ImportJob.JobName, ct);
        using var linkedCts = CancellationTokenSource.CreateLinkedTokenSource(ct, lockHandle.LostToken);
        ct = linkedCts.Token;
        if (!await IsEmptyAsync(ct)) return null;
        var totals = SeedProgress.None;
        foreach (var batch in library.GenerateFamilies().Chunk(FamiliesPerBatch))
        {
            await WriteBatchAsync(batch, ct);
            totals = totals.Add(batch);
            progress?.Report(totals);
        }
        await using var session = sessions.OpenSession();
        await IndexMaintenance.RunIfDueAsync(session, ct);
        return totals;
    }

    private async Task<bool> IsEmptyAsync(CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return !await session.Query<Post>().AnyAsync(ct);
    }

    private async Task WriteBatchAsync(IReadOnlyCollection<IReadOnlyList<Post>> batch, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await LibraryWriteLock.AcquireAsync(session, ct);
        List<Post> posts = [.. batch.SelectMany(family => family)];
        await PostWriteOperation.EnlistAsync(session, new() { Stored = posts, Existing = new Dictionary<Guid, Post>() }, ct);
        await session.SaveChangesAsync(ct);
    }
}
