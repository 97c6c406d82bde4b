using Marten;
using Sovia.Index;
using Sovia.Library.Writing;

namespace Sovia.Library.Families;

/// <summary>Reads the posts of families, whole.</summary>
public sealed class FamilyMembersReader(IQuerySession session)
{
    /// <summary>
    /// The members of each family that lists show, the oldest first; stubs are left out, and families of which nothing is left.
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Post>>> ReadAsync(IReadOnlyCollection<Guid> roots, CancellationToken ct)
    {
        var posts = await PostDocumentReader.ReadByFamiliesAsync(session, [.. roots], ct);
        var aside = await UnlistedPostReader.ReadAsync(session, [.. posts.Select(post => post.Id)], ct);
        return posts.Where(post => !post.IsStub && !aside.ContainsKey(post.Id)).GroupBy(post => post.RootId).ToDictionary(
            family => family.Key,
            family => (IReadOnlyList<Post>)[.. family.OrderBy(post => post.CreatedAt ?? DateTimeOffset.MaxValue).ThenBy(post => post.Id)]);
    }
}
