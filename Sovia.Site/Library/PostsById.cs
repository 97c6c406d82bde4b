using Marten;
using Sovia.Library.Writing;

namespace Sovia.Library;

/// <summary>Reads some posts.</summary>
public sealed class PostsById(IQuerySession session)
{
    /// <summary>Those of the ids that the library has, in any order.</summary>
    public Task<IReadOnlyList<Post>> OfAsync(IEnumerable<Guid> ids, CancellationToken ct) => ReadPosts.OfIdsAsync(session, [.. ids], ct);
}
