namespace Sovia.Similarity;

/// <summary>Some of the families that are like others.</summary>
/// <param name="Basis">By what they were found; null while the index that finds them is still being made.</param>
/// <param name="Items">The items, the most similar first.</param>
/// <param name="HasMore">Whether more follow.</param>
/// <param name="IsCurrent">Whether this is how the library is now, and not how it was a moment ago.</param>
public sealed record SimilarPage(SimilarityBasis? Basis, IReadOnlyList<SimilarItem> Items, bool HasMore, bool IsCurrent)
{
    /// <summary>How many families a page of results has.</summary>
    public const int Size = 50;

    /// <summary>How many are looked through at the most.</summary>
    public const int MaxResults = 1_000;

    /// <summary>Before there is an index.</summary>
    public static readonly SimilarPage NotReady = new(null, [], false, false);
}
