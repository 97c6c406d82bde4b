namespace Sovia.Similarity;

/// <summary>The families that contain a term.</summary>
/// <param name="families">The families' numbers, ascending.</param>
/// <param name="repeatingFamilies">The families that contain the term more than once, ascending.</param>
/// <param name="repeats">How often the term is repeated in each of these: the number of its occurrences without the first.</param>
internal readonly ref struct PostingList(ReadOnlySpan<int> families, ReadOnlySpan<int> repeatingFamilies, ReadOnlySpan<float> repeats)
{
    /// <summary>The families' numbers, ascending.</summary>
    public ReadOnlySpan<int> Families { get; } = families;

    /// <summary>The families that contain the term more than once, ascending.</summary>
    public ReadOnlySpan<int> RepeatingFamilies { get; } = repeatingFamilies;

    /// <summary>How often the term is repeated in each of these: the number of its occurrences without the first.</summary>
    public ReadOnlySpan<float> Repeats { get; } = repeats;
}
