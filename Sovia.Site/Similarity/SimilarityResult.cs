namespace Sovia.Similarity;

/// <summary>Similar families, in the form in which they are cached.</summary>
/// <param name="Basis">How the families were found.</param>
/// <param name="Families">The families, most similar first.</param>
/// <param name="HasMore">Whether more families follow.</param>
public sealed record SimilarityResult(SimilarityBasis Basis, IReadOnlyList<SimilarFamilyResult> Families, bool HasMore)
{
    /// <summary>The result if the compared families are unlisted: hidden or in the trash.</summary>
    public static readonly SimilarityResult Unlisted = new(SimilarityBasis.Unlisted, [], false);

    /// <summary>The result if the compared families have no texts, so that their looks must be compared.</summary>
    public static readonly SimilarityResult WithoutText = new(SimilarityBasis.Looks, [], false);

    /// <summary>The approximate size in memory, in bytes.</summary>
    public long Size => 200 + Families.Sum(family => 100L + (2 * family.Reason.Length));
}

