namespace Sovia.Similarity;

/// <summary>Families that were found to be like others, as they are kept for whoever asks again.</summary>
/// <param name="Basis">By what.</param>
/// <param name="Families">The families, the most similar first.</param>
/// <param name="HasMore">Whether more follow.</param>
public sealed record SimilarityResult(SimilarityBasis Basis, IReadOnlyList<SimilarFamilyResult> Families, bool HasMore)
{
    /// <summary>What they are to be like is hidden or in the trash.</summary>
    public static readonly SimilarityResult Aside = new(SimilarityBasis.Aside, [], false);

    /// <summary>About how many bytes it takes.</summary>
    public long Size => 200 + Families.Sum(family => 100L + (2 * family.Reason.Length));
}

