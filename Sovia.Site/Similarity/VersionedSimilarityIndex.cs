namespace Sovia.Similarity;

/// <summary>The index of a library as it was in a state.</summary>
/// <param name="Index">The index.</param>
/// <param name="Stamp">The state of the library's content.</param>
/// <param name="Version">The number of that state.</param>
public sealed record VersionedSimilarityIndex(SimilarityIndex Index, string Stamp, long Version)
{
    /// <summary>Of a library that nothing was ever put into.</summary>
    public static readonly VersionedSimilarityIndex Empty = new(SimilarityIndex.Empty, "", 0);
}
