using Marten;
using Sovia.Library.Writing;
using Sovia.Media.Matching;

namespace Sovia.Media.Review;

/// <summary>Leaves files without a post out of the review, and takes that back.</summary>
public sealed class IgnoreFiles(ISessionFactory sessions)
{
    /// <summary>Ignores files, or reviews them again. Files that have a post stay as they are.</summary>
    /// <param name="hashes">The files.</param>
    /// <param name="ignored">False to match them automatically again and to list what stays without a post.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The number of files that changed.</returns>
    public async Task<int> RunAsync(IReadOnlyCollection<string> hashes, bool ignored, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await LibraryWriteLock.AcquireAsync(session, ct);
        var work = new FileUnitOfWork(session);
        await work.LoadAsync(hashes, ct);
        var changed = hashes.Distinct().Select(work.FindFile).OfType<MediaFile>()
            .Where(file => file.State != FileState.Matched && file.State == FileState.Ignored != ignored).ToList();
        foreach (var file in changed)
            work.Store(file with { State = ignored ? FileState.Ignored : FileState.Unmatched, Candidates = [] });
        if (!ignored) await MatchFiles.RunAsync(work, changed.Select(file => file.Id), ct);
        await work.SaveChangesAsync(ct);
        return changed.Count;
    }
}
