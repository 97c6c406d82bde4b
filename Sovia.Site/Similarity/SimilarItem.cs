using Sovia.Library;

namespace Sovia.Similarity;

/// <summary>A family that is like another, to be shown.</summary>
/// <param name="Family">Its card.</param>
/// <param name="Score">How like it is; null where only its time brought it here.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record SimilarItem(Family Family, double? Score, string Reason);
