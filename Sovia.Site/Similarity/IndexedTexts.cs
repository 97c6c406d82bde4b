namespace Sovia.Similarity;

/// <summary>The texts in a family's index row: each distinct text once, tokenized and case-folded.</summary>
internal static class IndexedTexts
{
    /// <summary>Finds the range of each text.</summary>
    /// <param name="lines">One line per text, with spaces around its words. A text with diacritics is followed by a line without them, and
    /// a text with words marked by capitals by a line that splits those; both repeat the text and are skipped.</param>
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

    // Compares the letters and ignores spaces.
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
