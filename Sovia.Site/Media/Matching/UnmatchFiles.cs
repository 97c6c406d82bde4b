using Marten;

namespace Sovia.Media.Matching;

/// <summary>Removes the matches of deleted posts. The files stay and are listed for review again.</summary>
public static class UnmatchFiles
{
    /// <summary>Deletes the matches of these posts; the caller saves.</summary>
    /// <param name="session">The session to delete in.</param>
    /// <param name="posts">Posts that the same session deletes.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task FromPostsAsync(IDocumentSession session, Guid[] posts, CancellationToken ct)
    {
        var matches = await session.Query<FileMatch>().Where(match => match.PostId.IsOneOf(posts)).ToListAsync(ct);
        if (matches.Count == 0) return;
        foreach (var match in matches) session.Delete<FileMatch>(match.Id);
        var hashes = matches.Select(match => match.Sha256).Distinct().ToArray();
        var stillMatched = await session.Query<FileMatch>().Where(match => match.Sha256.IsOneOf(hashes) && !match.PostId.IsOneOf(posts))
            .Select(match => match.Sha256).ToListAsync(ct);
        foreach (var file in await session.LoadManyAsync<MediaFile>(ct, hashes.Except(stillMatched, StringComparer.Ordinal)))
            session.Store(file with { State = FileState.Unmatched, Candidates = [] });
    }

    /// <summary>Returns which of these posts have a manually matched file.</summary>
    public static async Task<IReadOnlyCollection<Guid>> FindManuallyMatchedAsync(IQuerySession session, Guid[] posts,
        CancellationToken ct) =>
        [.. await session.Query<FileMatch>().Where(match => match.PostId.IsOneOf(posts) && match.IsManual).Select(match => match.PostId)
            .ToListAsync(ct)];
}
