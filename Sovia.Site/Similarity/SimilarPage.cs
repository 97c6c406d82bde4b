namespace Sovia.Similarity;

/// <summary>Some of the families that are like one.</summary>
/// <param name="Items">The items, the most similar first.</param>
/// <param name="HasMore">Whether more follow.</param>
public sealed record SimilarPage(IReadOnlyList<SimilarItem> Items, bool HasMore)
{
    /// <summary>How many families a page of results has.</summary>
    public const int Size = 50;

    /// <summary>How many are looked through at the most.</summary>
    public const int Most = 1_000;
}
