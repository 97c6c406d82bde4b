namespace Sovia.Similarity;

/// <summary>A family's properties other than its texts.</summary>
/// <param name="Id">The id of the root post.</param>
/// <param name="TimeKey">Creation time in microseconds since 1970, negated, for ties: the newest family has the smallest key.</param>
/// <param name="Model">The cover's model, case-folded; null if unknown.</param>
/// <param name="Modes">The distinct modes of the family's posts, case-folded.</param>
public readonly record struct FamilyFacts(Guid Id, long TimeKey, string? Model, string[] Modes);
