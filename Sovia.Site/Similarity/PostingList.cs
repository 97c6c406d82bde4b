namespace Sovia.Similarity;

/// <summary>The families that have a term.</summary>
/// <param name="families">Their numbers, ascending.</param>
/// <param name="counts">How often the term comes in each.</param>
internal readonly ref struct PostingList(ReadOnlySpan<int> families, ReadOnlySpan<float> counts)
{
    private readonly ReadOnlySpan<int> families = families;

    private readonly ReadOnlySpan<float> counts = counts;

    /// <summary>Takes it apart.</summary>
    public void Deconstruct(out ReadOnlySpan<int> families, out ReadOnlySpan<float> counts)
    {
        families = this.families;
        counts = this.counts;
    }
}
