namespace Sovia.Similarity;

/// <summary>The content of <see cref="TermPostings"/>, as it is built and stored.</summary>
/// <param name="Terms">The terms that occur more than once in the library, ascending.</param>
/// <param name="Starts">The start of each term's families, and the end of the last.</param>
/// <param name="Families">The families that contain each term, ascending within each.</param>
/// <param name="RepeatStarts">The start of each term's repeats, and the end of the last.</param>
/// <param name="RepeatingFamilies">The families that contain the term more than once, ascending within each term.</param>
/// <param name="Repeats">The number of the term's occurrences in each of these families, without the first.</param>
/// <param name="UniqueTerms">The terms that occur once in the library, ascending.</param>
/// <param name="UniqueFamilies">The family that contains each of them.</param>
internal sealed record PostingArrays(ulong[] Terms, int[] Starts, int[] Families, int[] RepeatStarts, int[] RepeatingFamilies,
    float[] Repeats, ulong[] UniqueTerms, int[] UniqueFamilies)
{
    /// <summary>No terms.</summary>
    public static readonly PostingArrays Empty = new([], [0], [], [0], [], [], [], []);

    /// <summary>Concatenates the content of successive ranges of terms.</summary>
    public static PostingArrays Concat(IReadOnlyList<PostingArrays> parts) => parts is [var singlePart] ? singlePart : new(
        Join(parts, part => part.Terms), JoinStarts(parts, part => part.Starts), Join(parts, part => part.Families),
        JoinStarts(parts, part => part.RepeatStarts), Join(parts, part => part.RepeatingFamilies), Join(parts, part => part.Repeats),
        Join(parts, part => part.UniqueTerms), Join(parts, part => part.UniqueFamilies));

    private static T[] Join<T>(IReadOnlyList<PostingArrays> parts, Func<PostingArrays, T[]> get)
    {
        var (joined, position) = (GC.AllocateUninitializedArray<T>(parts.Sum(part => get(part).Length)), 0);
        foreach (var part in parts)
        {
            get(part).CopyTo(joined, position);
            position += get(part).Length;
        }
        return joined;
    }

    private static int[] JoinStarts(IReadOnlyList<PostingArrays> parts, Func<PostingArrays, int[]> get)
    {
        var (joined, position, offset) = (new int[parts.Sum(part => get(part).Length - 1) + 1], 0, 0);
        foreach (var starts in parts.Select(get))
        {
            for (var i = 0; i < starts.Length - 1; i++) joined[position++] = starts[i] + offset;
            offset += starts[^1];
        }
        joined[position] = offset;
        return joined;
    }
}
