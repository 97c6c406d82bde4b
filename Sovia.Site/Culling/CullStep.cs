namespace Sovia.Culling;

/// <summary>
/// One user action of a cull: verdicts on a post or on the members of a family. They take effect only when the cull is finished.
/// </summary>
/// <param name="Id">A time-ordered ID: the latest step about a post wins.</param>
/// <param name="Cull">ID of the cull.</param>
/// <param name="At">The post that was shown.</param>
/// <param name="Verdicts">The verdicts by post.</param>
public sealed record CullStep(Guid Id, Guid Cull, Guid At, IReadOnlyDictionary<Guid, CullVerdict> Verdicts);
