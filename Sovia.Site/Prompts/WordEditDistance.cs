namespace Sovia.Prompts;

/// <summary>How many words lie between two texts: each that is added, left out or another counts one.</summary>
internal static class WordEditDistance
{
    // What is longer is compared by its beginning: the time grows with the square of it.
    private const int MostWords = 400;

    /// <summary>The number, or more than <paramref name="most"/> as soon as it is that.</summary>
    public static int Compute(IReadOnlyList<string> one, IReadOnlyList<string> other, int most)
    {
        var (rows, columns) = (Math.Min(one.Count, MostWords), Math.Min(other.Count, MostWords));
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
