using Sovia.Jobs;

namespace Sovia.Similarity;

/// <summary>
/// Builds postings by sorting all occurrences of terms. Hashes are independent of each other, so each range of them is built by itself:
/// its occurrences stay in the processor's cache, and ranges are built on several cores.
/// </summary>
/// <param name="sources">The sources of families and terms.</param>
/// <param name="newNumbers">The new numbers of each source's families, ascending; negative for families to be left out. The numbers of each
/// source follow those of the source before.</param>
/// <param name="familyCount">The number of families of the result.</param>
internal sealed class PostingsBuilder(IReadOnlyList<ITermSource> sources, IReadOnlyList<int[]> newNumbers, int familyCount)
{
    // Enough to make sorting efficient, and few enough for the second-level cache.
    private const int OccurrencesPerRange = 16_384;

    private readonly IReadOnlyList<TermRange> ranges = TermRange.Split(sources.Sum(source => source.OccurrenceCount), OccurrencesPerRange);

    /// <summary>Builds the postings.</summary>
    public TermPostings Build()
    {
        var parts = new PostingArrays[ranges.Count];
        BuildRanges(ranges, parts);
        return new(PostingArrays.Concat(parts), familyCount);
    }

    /// <summary>Builds the postings on all cores.</summary>
    public async Task<TermPostings> BuildAsync()
    {
        // The tasks return nothing, because a thread keeps its last task, and with it the result, until the next one.
        var parts = new PostingArrays[ranges.Count];
        var chunkSize = (ranges.Count / (2 * Environment.ProcessorCount)) + 1;
        await Task.WhenAll(ranges.Chunk(chunkSize).Select(chunk => CpuScheduler.Run(() => BuildRanges(chunk, parts))));
        return await CpuScheduler.Run(() => new TermPostings(PostingArrays.Concat(parts), familyCount));
    }

    private int BuildRanges(IReadOnlyList<TermRange> some, PostingArrays[] parts)
    {
        var (occurrences, rows) = (new OccurrenceList(), new PostingRows());
        foreach (var range in some)
        {
            occurrences.Clear();
            for (var i = 0; i < sources.Count; i++) sources[i].AppendTo(occurrences, range, newNumbers[i]);
            // The occurrences of a term were appended in the order of families, which sorting keeps.
            RadixSort.Sort(occurrences.Terms, occurrences.Families, range.Bits);
            parts[range.Number] = rows.Group(occurrences.Terms, occurrences.Families);
        }
        return some.Count;
    }
}
