using Sovia.Similarity;

namespace Sovia.Tests.Similarity;

/// <summary>Postings, and the sorting that builds them, for more terms than fit into one range.</summary>
public sealed class TermPostingsTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1_023, 10)]
    [InlineData(5_000, 3)]
    [InlineData(200_000, 0)]
    public void equal_keys_keep_their_order(int count, int commonBits)
    {
        var random = new Random(count);
        // A third of the keys differ in their last bits only, which no digit contains.
        ulong CreateKey() =>
            (random.Next(3) == 0 ? 0x_7654_3210_0000_0000ul | (uint)random.Next(50) : (ulong)random.NextInt64()) >> commonBits;
        ulong[] keys = [.. Enumerable.Range(0, count).Select(_ => random.Next(2) == 0 ? CreateKey() : (ulong)random.Next(3) << 40)];
        int[] items = [.. Enumerable.Range(0, count)];
        var expected = keys.Zip(items).OrderBy(pair => pair.First).ToList();
        RadixSort.Sort(keys, items, commonBits);
        Assert.Equal(expected, keys.Zip(items));
    }

    [Fact]
    public void each_row_lists_the_families_of_its_term_and_how_often_it_is_repeated()
    {
        var random = new Random(7);
        // Common terms, terms of two families, terms that a family repeats, and terms that occur once.
        ulong[] CreateTerms() => [.. Enumerable.Range(0, random.Next(300)).Select(_ => random.Next(3) switch
        {
            0 => TermExtractor.ComputeHash($"common{random.Next(40)}"),
            1 => TermExtractor.ComputeHash($"rare{random.Next(30_000)}"),
            _ => TermExtractor.ComputeHash($"unique{random.NextInt64()}"),
        })];
        FamilyTerms[] families = [.. Enumerable.Range(0, 1_500).Select(number =>
            new FamilyTerms(new(new(number, 0, 0, new byte[8]), number, null, []), CreateTerms()))];
        var index = RandomFamilies.Build(families[..700], [], families[700..]);
        var expected = CountByTerm(families);
        AssertRows(expected, index.MainSegment.Postings);
        // Merging reads the rows of segments.
        var removed = families[..400];
        FamilyTerms[] added = [.. Enumerable.Range(0, 1_000)
            .Select(number => removed[number % 400] with { Facts = new(Guid.NewGuid(), 0, null, []) })];
        var merged = index.WithChanges([], [.. removed.Select(family => family.Facts.Id)]).WithChanges(added, []);
        Assert.Equal(0, merged.RecentSegment.Count);
        AssertRows(CountByTerm([.. families[400..], .. added]), merged.MainSegment.Postings);
    }

    private static Dictionary<ulong, List<(int Family, int Count)>> CountByTerm(FamilyTerms[] families) => families
        .SelectMany((family, number) => family.Terms.GroupBy(term => term).Select(term => (term.Key, Family: number, Count: term.Count())))
        .GroupBy(entry => entry.Key).ToDictionary(term => term.Key, term => term.Select(entry => (entry.Family, entry.Count)).ToList());

    private static void AssertRows(Dictionary<ulong, List<(int Family, int Count)>> expected, TermPostings postings)
    {
        Assert.Equal(expected.Count, postings.RowCount);
        Assert.Equal(expected.Values.Sum(term => term.Count), postings.EntryCount);
        Assert.Equal(expected.Values.Sum(term => (long)term.Sum(entry => entry.Count)), postings.OccurrenceCount);
        Assert.Equal(expected.Count(term => term.Value is not [(_, 1)]), postings.SharedRowCount);
        foreach (var (term, entries) in expected)
        {
            var row = postings.FindRow(term);
            Assert.Equal(term, postings.GetTerm(row));
            var list = postings[row];
            var repeats = list.RepeatingFamilies.ToArray().Zip(list.Repeats.ToArray()).ToDictionary();
            Assert.Equal(entries, list.Families.ToArray().Select(family => (family, (int)repeats.GetValueOrDefault(family) + 1)));
        }
        Assert.Equal(-1, postings.FindRow(TermExtractor.ComputeHash("in no family")));
    }
}
