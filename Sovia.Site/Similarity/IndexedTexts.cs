namespace Sovia.Similarity;

/// <summary>The texts of a family as they stand in its index row: each different text once, cut into words and case-folded.</summary>
internal static class IndexedTexts
{
    /// <summary>Where each text stands.</summary>
    /// <param name="lines">A line a text with spaces around its words. A text with marks has a line without them as well, and one with
    /// words that capitals mark has one of those: both say the same again.</param>
    public static List<Range> FindRanges(string lines)
    {
        var (texts, before) = (new List<Range>(), ..0);
        for (var from = 0; from < lines.Length;)
        {
            var end = lines.IndexOf('\n', from);
            if (end < 0) end = lines.Length;
            if (lines[from] == ' ')
            {
                if (!IsAgain(lines.AsSpan()[before], lines.AsSpan(from, end - from))) texts.Add(from..end);
                before = from..end;
            }
            from = end + 1;
        }
        return texts;
    }

    // The same letters, wherever the spaces are.
    private static bool IsAgain(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        for (var at = 0; ; at++)
        {
            one = one.TrimStart(' ');
            other = other.TrimStart(' ');
            if (one.IsEmpty || other.IsEmpty) return one.IsEmpty && other.IsEmpty && at > 0;
            if (one[0] != other[0]) return false;
            one = one[1..];
            other = other[1..];
        }
    }
}
