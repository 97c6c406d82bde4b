namespace Sovia.Similarity;

/// <summary>How similar families were found.</summary>
public enum SimilarityBasis
{
    /// <summary>By their texts.</summary>
    Words,

    /// <summary>By their images and then by creation time, because there is no text to compare.</summary>
    Looks,

    /// <summary>By creation time, because there is no text to compare.</summary>
    Time,

    /// <summary>Not at all, because there is neither a text nor a creation time to compare.</summary>
    None,

    /// <summary>Not at all, because the compared families are unlisted: hidden or in the trash.</summary>
    Unlisted,
}
