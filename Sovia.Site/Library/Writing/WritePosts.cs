using Marten;
using Sovia.Library.Search;

namespace Sovia.Library.Writing;

/// <summary>Writes any number of posts with their families and what both are found by.</summary>
public static class WritePosts
{
    /// <summary>Does so once the session saves.</summary>
    /// <param name="session">A session that holds the library's turn.</param>
    /// <param name="change">What is to be written.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Roots of families that are no more.</returns>
    public static async Task<IReadOnlyList<Guid>> InAsync(IDocumentSession session, PostChange change, CancellationToken ct)
    {
        if (change.Stored.Count == 0 && change.Removed.Count == 0) return [];
        var old = change.Stored.Select(post => post.Id).Concat(change.Removed).Where(change.Before.ContainsKey).ToList();
        var roots = change.Stored.Select(post => post.RootId).Concat(old.Select(id => change.Before[id].RootId)).ToHashSet();
        var had = change.Before.Values.Select(post => post.RootId).Where(roots.Contains).ToHashSet();
        var members = change.Members?.Where(post => roots.Contains(post.RootId)).ToList() ?? await MembersAsync(session, change, had, ct);
        // Worked out while the database takes the posts.
        var families = Task.Run(() => FamilyRows.Of(roots, members, change.Stored), CancellationToken.None);
        session.Enlist(
            new WriteDocuments(session.TenantId) { Posts = change.Stored, Families = families, OldPosts = old, OldFamilies = had },
            new IndexWriter(session.TenantId, families, had, old));
        return [.. roots.Except(members.Select(post => post.RootId))];
    }

    private static async Task<IReadOnlyCollection<Post>> MembersAsync(IDocumentSession session, PostChange change, IEnumerable<Guid> families, CancellationToken ct)
    {
        var members = (await ReadPosts.OfFamiliesAsync(session, [.. families], ct)).ToDictionary(post => post.Id);
        foreach (var id in change.Removed) members.Remove(id);
        foreach (var post in change.Stored) members[post.Id] = post;
        return members.Values;
    }
}
