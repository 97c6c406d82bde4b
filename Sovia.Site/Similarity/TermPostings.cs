using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Storage;

namespace Sovia.Similarity;

/// <summary>The matrix of terms by families as an inverted index: a row is the posting list of a term. Holds raw counts, so that it can grow without being weighed anew.</summary>
internal sealed class TermPostings
{
    private readonly ulong[] terms;
    private readonly SparseCompressedRowMatrixStorage<float>? rows;

    private TermPostings(ulong[] terms, int[] starts, int[] families, float[] counts, int size)
    {
        this.terms = terms;
        // A matrix has at least one row and one column.
        rows = terms.Length == 0 ? null
            : (SparseCompressedRowMatrixStorage<float>)Matrix<float>.Build.SparseFromCompressedSparseRowFormat(terms.Length, size, families.Length, starts, families, counts).Storage;
    }

    /// <summary>No terms.</summary>
    public static readonly TermPostings None = new([], [0], [], [], 0);

    /// <summary>How many terms there are.</summary>
    public int Count => terms.Length;

    /// <summary>The row of a term; negative where no family has it.</summary>
    public int RowOf(ulong term) => Array.BinarySearch(terms, term);

    /// <summary>How many families have the term of a row.</summary>
    public int FamiliesOf(int row) => rows!.RowPointers[row + 1] - rows.RowPointers[row];

    /// <summary>The posting list of a row: families by number, ascending, and how often the term comes in each.</summary>
    public PostingList this[int row]
    {
        get
        {
            var (from, length) = (rows!.RowPointers[row], FamiliesOf(row));
            return new(rows.ColumnIndices.AsSpan(from, length), rows.Values.AsSpan(from, length));
        }
    }

    /// <summary>The same with some families taken out and others added behind the last.</summary>
    /// <param name="numbers">The new number of each family so far; negative for those that go. Ascending, so that lists stay sorted.</param>
    /// <param name="added">Terms of the new families, whose numbers follow.</param>
    /// <param name="size">How many families there are then.</param>
    public TermPostings With(ReadOnlySpan<int> numbers, IReadOnlyList<TermCounts> added, int size)
    {
        var fresh = Gather(added, size - added.Count);
        var (names, starts) = (new List<ulong>(Count + fresh.Terms.Length), new List<int>(Count + fresh.Terms.Length + 1));
        var total = (rows?.RowPointers[Count] ?? 0) + fresh.Families.Length;
        var (families, counts, at, next) = (new int[total], new float[total], 0, 0);
        for (var row = 0; row < Count || next < fresh.Terms.Length;)
        {
            var term = row == Count ? fresh.Terms[next] : next == fresh.Terms.Length ? terms[row] : Math.Min(terms[row], fresh.Terms[next]);
            var from = at;
            if (row < Count && terms[row] == term)
            {
                var (old, each) = this[row++];
                for (var i = 0; i < old.Length; i++)
                    if (numbers[old[i]] is >= 0 and var number) (families[at], counts[at++]) = (number, each[i]);
            }
            if (next < fresh.Terms.Length && fresh.Terms[next] == term)
            {
                var (first, length) = (fresh.Starts[next], fresh.Starts[++next] - fresh.Starts[next - 1]);
                fresh.Families.AsSpan(first, length).CopyTo(families.AsSpan(at));
                fresh.Counts.AsSpan(first, length).CopyTo(counts.AsSpan(at));
                at += length;
            }
            // A term that only families had that are gone goes with them.
            if (at == from) continue;
            names.Add(term);
            starts.Add(from);
        }
        if (names.Count == 0) return None;
        starts.Add(at);
        Array.Resize(ref families, at);
        Array.Resize(ref counts, at);
        return new([.. names], [.. starts], families, counts, size);
    }

    // Counted and put in place by term: sorting millions of them takes several times as long.
    private static (ulong[] Terms, int[] Starts, int[] Families, float[] Counts) Gather(IReadOnlyList<TermCounts> added, int first)
    {
        var numbers = new Dictionary<ulong, int>();
        var lengths = new List<int>();
        foreach (var one in added)
            foreach (var term in one.Terms.Span)
            {
                if (!numbers.TryGetValue(term, out var number))
                {
                    numbers[term] = number = lengths.Count;
                    lengths.Add(0);
                }
                lengths[number]++;
            }
        var terms = new ulong[lengths.Count];
        foreach (var (term, number) in numbers) terms[number] = term;
        var order = Enumerable.Range(0, terms.Length).ToArray();
        Array.Sort(terms, order);
        var (starts, places) = (new int[terms.Length + 1], new int[terms.Length]);
        for (var row = 0; row < terms.Length; row++) starts[row + 1] = (places[order[row]] = starts[row]) + lengths[order[row]];
        var (families, counts) = (new int[starts[^1]], new float[starts[^1]]);
        for (var i = 0; i < added.Count; i++)
            for (var j = 0; j < added[i].Terms.Length; j++)
            {
                var place = places[numbers[added[i].Terms.Span[j]]]++;
                (families[place], counts[place]) = (first + i, added[i].Counts.Span[j]);
            }
        return (terms, starts, families, counts);
    }
}
