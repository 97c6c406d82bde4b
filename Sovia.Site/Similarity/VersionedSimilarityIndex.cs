namespace Sovia.Similarity;

/// <summary>The index of a library's content version.</summary>
/// <param name="Index">The index.</param>
/// <param name="Stamp">The stamp of the content version.</param>
/// <param name="Version">The number of the content version.</param>
public sealed record VersionedSimilarityIndex(SimilarityIndex Index, string Stamp, long Version)
{
    /// <summary>The index of a library that has never had content.</summary>
    public static readonly VersionedSimilarityIndex Empty = new(SimilarityIndex.Empty, "", 0);
}
