namespace Sovia.Similarity;

/// <summary>A page of similar families.</summary>
/// <param name="Basis">How the families were found; null while the index is still being built.</param>
/// <param name="Items">The items, most similar first.</param>
/// <param name="HasMore">Whether more items follow.</param>
/// <param name="IsCurrent">Whether the result reflects the library's current content, not a slightly older version.</param>
public sealed record SimilarPage(SimilarityBasis? Basis, IReadOnlyList<SimilarItem> Items, bool HasMore, bool IsCurrent)
{
    /// <summary>The number of families on a page.</summary>
    public const int Size = 50;

    /// <summary>The maximum number of results over all pages.</summary>
    public const int MaxResults = 1_000;

    /// <summary>The page shown before there is an index.</summary>
    public static readonly SimilarPage NotReady = new(null, [], false, false);
}
