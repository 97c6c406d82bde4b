namespace Sovia.Text;

/// <summary>
/// Operations on distinct texts in ordinal order. PostgreSQL stores lexemes in byte order, which is nearly always the same, so that it does
/// not need to sort them.
/// </summary>
internal static class SortedSets
{
    /// <summary>Returns the distinct texts in order.</summary>
    public static string[] SortDistinct(IEnumerable<string> texts)
    {
        string[] all = [.. texts];
        Array.Sort(all, string.CompareOrdinal);
        var count = 0;
        foreach (var text in all)
            if (count == 0 || all[count - 1] != text) all[count++] = text;
        return count == all.Length ? all : all[..count];
    }

    /// <summary>Merges sorted lists.</summary>
    public static IReadOnlyList<string> Union(IEnumerable<IReadOnlyList<string>> lists)
    {
        var waiting = new Queue<IReadOnlyList<string>>(lists);
        // Merges pairwise, so that a long list is not traversed once for each short one.
        while (waiting.Count > 1) waiting.Enqueue(Union(waiting.Dequeue(), waiting.Dequeue()));
        return waiting.Count == 0 ? [] : waiting.Peek();
    }

    private static List<string> Union(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var both = new List<string>(one.Count + other.Count);
        var (i, j) = (0, 0);
        while (i < one.Count && j < other.Count)
        {
            var order = string.CompareOrdinal(one[i], other[j]);
            both.Add(order <= 0 ? one[i] : other[j]);
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        while (i < one.Count) both.Add(one[i++]);
        while (j < other.Count) both.Add(other[j++]);
        return both;
    }
}
