namespace Sovia.Similarity;

/// <summary>The texts of a family as they stand in its index row: each different text once, cut into words and case-folded.</summary>
internal static class IndexedTexts
{
    /// <summary>The words of each text.</summary>
    /// <param name="lines">A line a text with spaces around its words. A text with marks has a line without them as well, and one with words that capitals mark has one of those: both say the same again.</param>
    public static IEnumerable<string[]> Of(string lines)
    {
        var before = "";
        foreach (var line in lines.Split('\n'))
        {
            if (!line.StartsWith(' ')) continue;
            var letters = line.Replace(" ", "", StringComparison.Ordinal);
            var isAgain = letters == before;
            before = letters;
            if (!isAgain) yield return line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }
    }
}
