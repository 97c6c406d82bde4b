namespace Sovia.Prompts;

/// <summary>The edit distance between two texts in words: each added, removed or replaced word counts one.</summary>
internal static class WordEditDistance
{
    // Only this many words are compared, because the time is quadratic.
    private const int MaxWords = 400;

    /// <summary>Computes the distance, or stops with a value above <paramref name="most"/> once it exceeds that.</summary>
    public static int Compute(IReadOnlyList<string> one, IReadOnlyList<string> other, int most)
    {
        var (rows, columns) = (Math.Min(one.Count, MaxWords), Math.Min(other.Count, MaxWords));
        if (Math.Abs(one.Count - other.Count) > most) return most + 1;
        var (above, row) = (new int[columns + 1], new int[columns + 1]);
        for (var j = 0; j <= columns; j++) above[j] = j;
        for (var i = 1; i <= rows; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= columns; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                least = Math.Min(least, row[j]);
            }
            if (least > most) return most + 1;
            (above, row) = (row, above);
        }
        return Math.Min(above[columns], most + 1);
    }
}
