namespace Sovia.Similarity;

/// <summary>Groups sorted occurrences of terms into posting lists. Can be reused.</summary>
internal sealed class PostingRows
{
    private readonly List<ulong> terms = [], uniqueTerms = [];
    private readonly List<int> starts = [], families = [], repeatStarts = [], repeatingFamilies = [], uniqueFamilies = [];
    private readonly List<float> repeats = [];

    /// <summary>Groups occurrences.</summary>
    /// <param name="occurrences">The terms, ascending.</param>
    /// <param name="numbers">The family of each occurrence, ascending within each term.</param>
    public PostingArrays Group(ReadOnlySpan<ulong> occurrences, ReadOnlySpan<int> numbers)
    {
        Clear();
        for (int start = 0, end; start < occurrences.Length; start = end)
        {
            for (end = start + 1; end < occurrences.Length && occurrences[end] == occurrences[start];) end++;
            if (end == start + 1)
            {
                uniqueTerms.Add(occurrences[start]);
                uniqueFamilies.Add(numbers[start]);
            }
            else AddRow(occurrences[start], numbers[start..end]);
        }
        starts.Add(families.Count);
        repeatStarts.Add(repeats.Count);
        return new([.. terms], [.. starts], [.. families], [.. repeatStarts], [.. repeatingFamilies], [.. repeats], [.. uniqueTerms],
            [.. uniqueFamilies]);
    }

    private void AddRow(ulong term, ReadOnlySpan<int> numbers)
    {
        terms.Add(term);
        starts.Add(families.Count);
        repeatStarts.Add(repeats.Count);
        for (int start = 0, end; start < numbers.Length; start = end)
        {
            for (end = start + 1; end < numbers.Length && numbers[end] == numbers[start];) end++;
            families.Add(numbers[start]);
            if (end == start + 1) continue;
            repeatingFamilies.Add(numbers[start]);
            repeats.Add(end - start - 1);
        }
    }

    private void Clear()
    {
        terms.Clear();
        uniqueTerms.Clear();
        foreach (var list in new[] { starts, families, repeatStarts, repeatingFamilies, uniqueFamilies }) list.Clear();
        repeats.Clear();
    }
}
