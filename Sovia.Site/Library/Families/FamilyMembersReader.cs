using Marten;
using Sovia.Index;
using Sovia.Library.Browsing;
using Sovia.Library.Writing;

namespace Sovia.Library.Families;

/// <summary>Reads the full posts of families.</summary>
public sealed class FamilyMembersReader(IQuerySession session, FindHiddenItems hidden)
{
    /// <summary>
    /// Returns the listed members of each family, oldest first, without stubs and without families that have no such member.
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Post>>> ReadAsync(IReadOnlyCollection<Guid> roots, CancellationToken ct)
    {
        var posts = await PostDocumentReader.ReadByFamiliesAsync(session, [.. roots], ct);
        var unlisted = await UnlistedPostReader.ReadAsync(session, [.. posts.Select(post => post.Id)], ct);
        var hiddenIds = await hidden.FindPostsAsync([.. posts.Select(post => post.Id)], ct);
        var listedPosts = posts.Where(post => !post.IsStub && !unlisted.ContainsKey(post.Id) && !hiddenIds.Contains(post.Id));
        return listedPosts.GroupBy(post => post.RootId).ToDictionary(
            family => family.Key,
            family => (IReadOnlyList<Post>)[.. family.OrderBy(post => post.CreatedAt ?? DateTimeOffset.MaxValue).ThenBy(post => post.Id)]);
    }
}
