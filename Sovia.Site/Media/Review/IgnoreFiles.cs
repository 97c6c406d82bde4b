using Marten;
using Sovia.Library.Writing;
using Sovia.Media.Matching;

namespace Sovia.Media.Review;

/// <summary>Leaves files without a post out of the review, and returns them to it.</summary>
public sealed class IgnoreFiles(ISessionFactory sessions)
{
    /// <summary>Ignores files, or reviews them again. Files that have a post stay as they are.</summary>
    /// <param name="hashes">SHA-256 of the files.</param>
    /// <param name="ignored">False to match the files automatically again; the ones that stay unmatched return to the review.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The number of files that changed.</returns>
    public async Task<int> RunAsync(IReadOnlyCollection<string> hashes, bool ignored, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await LibraryWriteLock.AcquireAsync(session, ct);
        var work = new FileUnitOfWork(session);
        await work.LoadAsync(hashes, ct);
        var changedFiles = hashes.Distinct().Select(work.FindFile).OfType<MediaFile>()
            .Where(file => file.State != FileState.Matched && file.State == FileState.Ignored != ignored).ToList();
        foreach (var file in changedFiles)
            work.Store(file with { State = ignored ? FileState.Ignored : FileState.Unmatched, Candidates = [] });
        if (!ignored) await MatchFiles.RunAsync(work, changedFiles.Select(file => file.Id), ct);
        await work.SaveChangesAsync(ct);
        return changedFiles.Count;
    }
}
