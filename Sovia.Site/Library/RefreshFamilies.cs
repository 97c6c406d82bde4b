using Marten;

namespace Sovia.Library;

/// <summary>Derives the families of changed posts again, in the same transaction as the posts.</summary>
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
        var families = posts.Values.ToLookup(post => post.RootId);
        session.Store<Family>(roots.Where(families.Contains).Select(root => FamilyOf.Posts([.. families[root]])));
        var gone = roots.Where(root => !families.Contains(root)).ToList();
        foreach (var root in gone) session.Delete<Family>(root);
        return gone;
    }
}
