namespace Sovia.Similarity;

/// <summary>The families that have a term.</summary>
/// <param name="families">Their numbers, ascending.</param>
/// <param name="counts">How often the term comes in each.</param>
internal readonly ref struct PostingList(ReadOnlySpan<int> families, ReadOnlySpan<float> counts)
{
    /// <summary>Their numbers, ascending.</summary>
    public ReadOnlySpan<int> Families { get; } = families;

    /// <summary>How often the term comes in each, in the same order.</summary>
    public ReadOnlySpan<float> Counts { get; } = counts;

    /// <summary>Takes it apart.</summary>
    public void Deconstruct(out ReadOnlySpan<int> families, out ReadOnlySpan<float> counts)
    {
        families = Families;
        counts = Counts;
    }
}
