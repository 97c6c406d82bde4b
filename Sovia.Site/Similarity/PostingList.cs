namespace Sovia.Similarity;

/// <summary>The families that contain a term.</summary>
/// <param name="families">The families' numbers, ascending.</param>
/// <param name="counts">The term's number of occurrences in each family.</param>
internal readonly ref struct PostingList(ReadOnlySpan<int> families, ReadOnlySpan<float> counts)
{
    /// <summary>The families' numbers, ascending.</summary>
    public ReadOnlySpan<int> Families { get; } = families;

    /// <summary>The term's number of occurrences in each family, in the same order.</summary>
    public ReadOnlySpan<float> Counts { get; } = counts;

    public void Deconstruct(out ReadOnlySpan<int> families, out ReadOnlySpan<float> counts)
    {
        families = Families;
        counts = Counts;
    }
}
