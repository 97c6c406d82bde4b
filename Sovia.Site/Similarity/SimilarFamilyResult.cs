namespace Sovia.Similarity;

/// <summary>A similar family.</summary>
/// <param name="Id">The id of the root post.</param>
/// <param name="Score">The similarity; null if the family was found by time only.</param>
/// <param name="Reason">Why the family is similar, in words.</param>
public readonly record struct SimilarFamilyResult(Guid Id, double? Score, string Reason);
