using Sovia.Library;

namespace Sovia.Similarity;

/// <summary>A similar family, for display.</summary>
/// <param name="Family">The family.</param>
/// <param name="Score">The similarity; null if the family was found by time only.</param>
/// <param name="Reason">Why the family is similar, in words.</param>
public sealed record SimilarItem(Family Family, double? Score, string Reason);
