namespace Sovia.Similarity;

/// <summary>Occurrences of terms: a hash and a family's number each. Grows, and can be reused.</summary>
internal sealed class OccurrenceList
{
    private ulong[] terms = [];
    private int[] families = [];
    private int count;

    /// <summary>The terms.</summary>
    public Span<ulong> Terms => terms.AsSpan(0, count);

    /// <summary>The families' numbers, in the same order.</summary>
    public Span<int> Families => families.AsSpan(0, count);

    /// <summary>Removes all occurrences.</summary>
    public void Clear() => count = 0;

    /// <summary>Makes room for further occurrences.</summary>
    public void Reserve(int more)
    {
        if (count + more <= terms.Length) return;
        var length = Math.Max(count + more, 2 * terms.Length);
        Array.Resize(ref terms, length);
        Array.Resize(ref families, length);
    }

    /// <summary>Appends an occurrence, for which there must be room.</summary>
    public void Add(ulong term, int family) => (terms[count], families[count++]) = (term, family);
}
