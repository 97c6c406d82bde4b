using Marten;
using Sovia.Library.Search;

namespace Sovia.Library;

/// <summary>Derives the families of changed posts again, and what they are found by, in the same transaction as the posts.</summary>
public static class RefreshFamilies
{
    /// <summary>Stores every family that a changed post belongs to and deletes those that have lost their last one; the caller saves.</summary>
    /// <param name="session">The session in which the posts were stored.</param>
    /// <param name="changed">New and changed posts, as stored.</param>
    /// <param name="left">Roots of families that a changed post belonged to before.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Roots of families that are no more.</returns>
    public static async Task<IReadOnlyList<Guid>> OfAsync(IDocumentSession session, IReadOnlyCollection<Post> changed, IReadOnlyCollection<Guid> left, CancellationToken ct)
    {
        var roots = changed.Select(post => post.RootId).Concat(left).Distinct().ToArray();
        if (roots.Length == 0) return [];
        var posts = (await session.Query<Post>().Where(post => post.RootId.IsOneOf(roots)).ToListAsync(ct)).ToDictionary(post => post.Id);
        foreach (var post in changed) posts[post.Id] = post;
        return Store(session, roots, changed, posts.Values);
    }

    /// <summary>Counts the library's version up with a change that is none of families, but shows on their pages; the caller saves.</summary>
    public static void CountUp(IDocumentSession session) =>
        ((ITransactionParticipantRegistrar)session).AddTransactionParticipant(new IndexWriter(session.TenantId));

    /// <summary>The same where all posts are at hand.</summary>
    /// <param name="session">The session in which the posts were stored.</param>
    /// <param name="roots">Roots of the families to derive.</param>
    /// <param name="changed">New and changed posts, as stored.</param>
    /// <param name="posts">All posts of those families, the changed ones among them.</param>
    /// <returns>Roots of families that are no more.</returns>
    public static IReadOnlyList<Guid> Store(IDocumentSession session, IReadOnlyCollection<Guid> roots, IReadOnlyCollection<Post> changed, IEnumerable<Post> posts)
    {
        var members = posts.ToLookup(post => post.RootId);
        var rows = changed.Where(post => !post.IsStub).ToLookup(post => post.RootId, IndexRowOf.Post);
        var index = new IndexWriter(session.TenantId);
        var gone = new List<Guid>();
        foreach (var root in roots)
        {
            var all = members[root].ToList();
            if (all.Count == 0)
            {
                session.Delete<Family>(root);
                index.Remove(root);
                gone.Add(root);
                continue;
            }
            var family = FamilyOf.Posts(all);
            session.Store(family);
            index.Put(IndexRowOf.Family(family, all), rows[root], all.Where(post => !post.IsStub).Select(post => post.Id));
        }
        ((ITransactionParticipantRegistrar)session).AddTransactionParticipant(index);
        return gone;
    }
}
