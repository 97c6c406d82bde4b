namespace Sovia.Similarity;

/// <summary>By what families were found to be like others.</summary>
public enum SimilarityBasis
{
    /// <summary>By their words.</summary>
    Words,

    /// <summary>By when they were made, since there are no words to compare.</summary>
    Time,

    /// <summary>By nothing: there are neither words to compare nor a time.</summary>
    Nothing,

    /// <summary>By nothing: what they are to be like is hidden or in the trash.</summary>
    Aside,
}
