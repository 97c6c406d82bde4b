namespace Sovia.Similarity;

/// <summary>The texts in a family's index row: each distinct text once, tokenized and case-folded.</summary>
internal static class IndexRowTexts
{
    /// <summary>Finds the range of each text.</summary>
    /// <param name="lines">One line per text, with spaces around its words. A text with diacritics is followed by a copy without them, and
    /// a text with camel-case words by a copy in which those are split. Both copies are skipped.</param>
    public static List<Range> FindRanges(string lines)
    {
        var (ranges, previous) = (new List<Range>(), ..0);
        for (var start = 0; start < lines.Length;)
        {
            var end = lines.IndexOf('\n', start);
            if (end < 0) end = lines.Length;
            if (lines[start] == ' ')
            {
                if (!HasSameLetters(lines.AsSpan()[previous], lines.AsSpan(start, end - start))) ranges.Add(start..end);
                previous = start..end;
            }
            start = end + 1;
        }
        return ranges;
    }

    // Compares the letters and ignores spaces.
    private static bool HasSameLetters(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        for (var matchedCount = 0; ; matchedCount++)
        {
            first = first.TrimStart(' ');
            second = second.TrimStart(' ');
            if (first.IsEmpty || second.IsEmpty) return first.IsEmpty && second.IsEmpty && matchedCount > 0;
            if (first[0] != second[0]) return false;
            first = first[1..];
            second = second[1..];
        }
    }
}
