namespace Sovia.Text;

/// <summary>
/// Operations on distinct texts in ordinal order. PostgreSQL stores lexemes in byte order, which is nearly always the same, so it does
/// not need to sort them.
/// </summary>
internal static class SortedSets
{
    /// <summary>Returns the distinct texts in order.</summary>
    public static string[] SortDistinct(IEnumerable<string> texts)
    {
        string[] sorted = [.. texts];
        Array.Sort(sorted, string.CompareOrdinal);
        var count = 0;
        foreach (var text in sorted)
            if (count == 0 || sorted[count - 1] != text) sorted[count++] = text;
        return count == sorted.Length ? sorted : sorted[..count];
    }

    /// <summary>Merges sorted lists.</summary>
    public static IReadOnlyList<string> Union(IEnumerable<IReadOnlyList<string>> lists)
    {
        var pending = new Queue<IReadOnlyList<string>>(lists);
        // Merges pairwise, so that a long list is not traversed once for each short one.
        while (pending.Count > 1) pending.Enqueue(Union(pending.Dequeue(), pending.Dequeue()));
        return pending.Count == 0 ? [] : pending.Peek();
    }

    private static List<string> Union(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        var merged = new List<string>(first.Count + second.Count);
        var (i, j) = (0, 0);
        while (i < first.Count && j < second.Count)
        {
            var order = string.CompareOrdinal(first[i], second[j]);
            merged.Add(order <= 0 ? first[i] : second[j]);
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        while (i < first.Count) merged.Add(first[i++]);
        while (j < second.Count) merged.Add(second[j++]);
        return merged;
    }
}
