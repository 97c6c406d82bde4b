using Marten;
using Sovia.Index;
using Sovia.Index.Writing;

namespace Sovia.Library.Writing;

/// <summary>Rebuilds the families of changed posts and their index rows, in the same transaction as the posts.</summary>
public static class RefreshFamilies
{
    /// <summary>Stores every family that a changed post belongs to, and deletes families without posts; the caller saves.</summary>
    /// <param name="session">The session in which the posts were stored.</param>
    /// <param name="changed">New and changed posts, as stored.</param>
    /// <param name="formerRoots">The roots of families that a changed post belonged to before, or that a deleted post was the root
    /// of.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The roots of families that no longer exist.</returns>
    public static async Task<IReadOnlyList<Guid>> RefreshAsync(IDocumentSession session, IReadOnlyCollection<Post> changed,
        IReadOnlyCollection<Guid> formerRoots, CancellationToken ct)
    {
        var roots = changed.Select(post => post.RootId).Concat(formerRoots).Distinct().ToArray();
        if (roots.Length == 0) return [];
        var posts = (await PostDocumentReader.ReadByFamiliesAsync(session, roots, ct)).ToDictionary(post => post.Id);
        foreach (var post in changed) posts[post.Id] = post;
        var rows = await DerivedRows.BuildAsync(roots, posts.Values, changed, await UnlistedPostReader.ReadAsync(session, posts.Keys, ct));
        session.Enlist(
            new DocumentCopyWriter(session.TenantId, [], Task.FromResult(rows)) { ReplacedFamilies = roots },
            new IndexWriter(session.TenantId, Task.FromResult(rows), roots, [.. changed.Select(post => post.Id)]));
        return rows.RemovedRoots;
    }

    /// <summary>
    /// Advances the library's content version after a change that affects no family but shows on pages; the caller saves.
    /// </summary>
    public static void AdvanceVersion(IDocumentSession session) =>
        session.Enlist(new IndexWriter(session.TenantId, Task.FromResult(new DerivedRows()), [], []));
}
