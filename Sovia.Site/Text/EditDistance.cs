namespace Sovia.Text;

/// <summary>Computes the edit distance of two words: the number of inserted, deleted, replaced or transposed letters.</summary>
public static class EditDistance
{
    /// <summary>Returns the distance, or a number above <paramref name="most"/> as soon as the distance exceeds it.</summary>
    public static int Between(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most) return most + 1;
        Span<int> twoBack = stackalloc int[b.Length + 1], previous = stackalloc int[b.Length + 1], current = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var rowMinimum = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) current[j] = Math.Min(current[j], twoBack[j - 2] + 1);
                rowMinimum = Math.Min(rowMinimum, current[j]);
            }
            if (rowMinimum > most) return most + 1;
            var spare = twoBack;
            twoBack = previous;
            previous = current;
            current = spare;
        }
        return previous[b.Length];
    }
}
