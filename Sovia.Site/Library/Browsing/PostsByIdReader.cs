using Marten;
using Sovia.Library.Writing;

namespace Sovia.Library.Browsing;

/// <summary>Reads some posts.</summary>
public sealed class PostsByIdReader(IQuerySession session)
{
    /// <summary>Those of the ids that the library has, in any order.</summary>
    public Task<IReadOnlyList<Post>> ReadAsync(IEnumerable<Guid> ids, CancellationToken ct) =>
        PostDocumentReader.ReadByIdsAsync(session, [.. ids], ct);
}
