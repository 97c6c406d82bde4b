namespace Sovia.Similarity;

/// <summary>A family's similarity to a query.</summary>
/// <param name="Id">The id of the root post.</param>
/// <param name="Score">The cosine of the terms, times the boosts for a shared model and mode.</param>
/// <param name="SameModel">Whether the covers' models are the same.</param>
/// <param name="SharedMode">Whether a mode is shared.</param>
public readonly record struct ScoredFamily(Guid Id, double Score, bool SameModel, bool SharedMode)
{
    /// <summary>The family's number in the index that found it.</summary>
    internal int Number { get; init; }
}
