namespace Sovia.Prompts;

/// <summary>The edit distance between two texts in words: each added, removed or replaced word counts one.</summary>
internal static class WordEditDistance
{
    // Only this many words are compared, because the time is quadratic.
    private const int MaxWords = 400;

    /// <summary>Computes the distance. Stops with a value above <paramref name="most"/> once the distance exceeds that limit.</summary>
    public static int Compute(IReadOnlyList<string> one, IReadOnlyList<string> other, int most)
    {
        var (rows, columns) = (Math.Min(one.Count, MaxWords), Math.Min(other.Count, MaxWords));
        if (Math.Abs(one.Count - other.Count) > most) return most + 1;
        var (previous, current) = (new int[columns + 1], new int[columns + 1]);
        for (var j = 0; j <= columns; j++) previous[j] = j;
        for (var i = 1; i <= rows; i++)
        {
            current[0] = i;
            var minimum = i;
            for (var j = 1; j <= columns; j++)
            {
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                minimum = Math.Min(minimum, current[j]);
            }
            if (minimum > most) return most + 1;
            (previous, current) = (current, previous);
        }
        return Math.Min(previous[columns], most + 1);
    }
}
