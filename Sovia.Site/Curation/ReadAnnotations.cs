using Marten;

namespace Sovia.Curation;

/// <summary>Reads the annotations of some posts.</summary>
public sealed class ReadAnnotations(IQuerySession session)
{
    /// <summary>Returns the annotations by post ID, without entries for posts that have none.</summary>
    public async Task<IReadOnlyDictionary<Guid, Annotation>> ReadAsync(IEnumerable<Guid> posts, CancellationToken ct) =>
        (await session.LoadManyAsync<Annotation>(ct, [.. posts])).ToDictionary(annotation => annotation.Id);
}
