namespace Sovia.Culling;

/// <summary>
/// One gesture of a cull: a post, or the members of a family, with what was decided. Nothing of it is final before the cull is finished.
/// </summary>
/// <param name="Id">A time-ordered id: of two steps about a post the later one counts.</param>
/// <param name="Cull">The cull that it belongs to.</param>
/// <param name="At">The post that was shown.</param>
/// <param name="Verdicts">What was decided, by post.</param>
public sealed record CullStep(Guid Id, Guid Cull, Guid At, IReadOnlyDictionary<Guid, CullVerdict> Verdicts);
