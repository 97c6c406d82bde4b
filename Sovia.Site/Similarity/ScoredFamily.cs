namespace Sovia.Similarity;

/// <summary>A family that is like another.</summary>
/// <param name="Id">Its root post.</param>
/// <param name="Score">The cosine of their terms, times what they share beside them.</param>
/// <param name="SameModel">Whether the covers' models are the same.</param>
/// <param name="SharedMode">Whether they share a mode.</param>
public readonly record struct ScoredFamily(Guid Id, double Score, bool SameModel, bool SharedMode)
{
    /// <summary>Its number in the index that found it.</summary>
    internal int Number { get; init; }
}
