using Marten;

namespace Sovia.Curation;

/// <summary>Reads what the user decided about some posts.</summary>
public sealed class ReadAnnotations(IQuerySession session)
{
    /// <summary>The annotations by post; posts without one are not there.</summary>
    public async Task<IReadOnlyDictionary<Guid, Annotation>> ReadAsync(IEnumerable<Guid> posts, CancellationToken ct) =>
        (await session.LoadManyAsync<Annotation>(ct, [.. posts])).ToDictionary(annotation => annotation.Id);
}
