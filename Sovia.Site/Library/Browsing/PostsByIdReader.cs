using Marten;
using Sovia.Library.Writing;

namespace Sovia.Library.Browsing;

/// <summary>Reads posts by ID.</summary>
public sealed class PostsByIdReader(IQuerySession session)
{
    /// <summary>Returns the posts that the library has, in any order.</summary>
    public Task<IReadOnlyList<Post>> ReadAsync(IEnumerable<Guid> ids, CancellationToken ct) =>
        PostDocumentReader.ReadByIdsAsync(session, [.. ids], ct);
}
