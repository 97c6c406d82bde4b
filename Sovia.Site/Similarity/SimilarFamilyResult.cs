namespace Sovia.Similarity;

/// <summary>A family that was found to be like others.</summary>
/// <param name="Id">Its root post.</param>
/// <param name="Score">How like it is; null where only its time brought it here.</param>
/// <param name="Reason">Why, in words.</param>
public readonly record struct SimilarFamilyResult(Guid Id, double? Score, string Reason);
