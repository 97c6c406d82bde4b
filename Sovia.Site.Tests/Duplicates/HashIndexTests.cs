using CsCheck;
using Sovia.Duplicates.Hashes;

namespace Sovia.Tests.Duplicates;

public sealed class HashIndexTests
{
    private static readonly Gen<ulong[]> Random = Gen.ULong.Array[0, 400];

    // As libraries have them: copies of a few pictures, each with some bits flipped, and some exactly alike.
    private static readonly Gen<ulong[]> Clustered =
        Gen.Select(Gen.ULong.Array[1, 8], Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 63].Array[0, 9]).Array[0, 400])
        .Select((centres, copies) => Array.ConvertAll(copies,
            copy => copy.Item2.Aggregate(centres[copy.Item1 % centres.Length], (hash, bit) => hash ^ 1UL << bit)));

    private static readonly Gen<(ulong[] Hashes, int Distance)> Cases =
        Gen.Select(Gen.OneOf(Random, Clustered), Gen.Int[0, HashIndex.MaxDistance]);

    [Fact]
    public void pairs_match_an_exhaustive_comparison() => Cases.Sample(one =>
    {
        var (hashes, distance) = one;
        var expected = from first in Enumerable.Range(0, hashes.Length)
                       from second in Enumerable.Range(first + 1, hashes.Length - first - 1)
                       let apart = PerceptualHash.Distance(hashes[first], hashes[second])
                       where apart <= distance
                       select new NearPair(first, second, (byte)apart);
        Assert.Equal(expected, new HashIndex(hashes).FindPairs(distance).OrderBy(pair => pair.One).ThenBy(pair => pair.Other));
    }, iter: 300);

    [Fact]
    public void a_lookup_finds_everything_that_a_scan_finds_once() =>
    Gen.Select(Cases, Gen.Int[0, 1000], Gen.Int[0, 63].Array[0, 7], Gen.ULong).Sample((one, at, flips, other) =>
    {
        var (hashes, distance) = one;
        var hash = hashes.Length == 0 ? other : flips.Aggregate(hashes[at % hashes.Length], (start, bit) => start ^ 1UL << bit);
        List<(int, int)> found = [];
        new HashIndex(hashes).FindNear(hash, distance, (place, apart) => found.Add((place, apart)));
        var expected = hashes.Select((value, place) => (place, PerceptualHash.Distance(hash, value))).Where(near => near.Item2 <= distance);
        Assert.Equal(expected, found.Order());
    }, iter: 1000);

    [Theory]
    [InlineData(0x0001_0001_0001_0001UL, 4)] // each quarter differs in one bit
    [InlineData(0x0003_0001_0001_0001UL, 5)]
    [InlineData(0x0003_0003_0001_0001UL, 6)]
    [InlineData(0x0003_0003_0003_0001UL, 7)]
    [InlineData(0x0001_0003_0003_0003UL, 7)]
    public void the_hardest_differences_are_found(ulong difference, int distance)
    {
        for (var turn = 0; turn < 4; turn++)
        {
            var hash = ulong.RotateLeft(difference, turn * 16);
            List<int> found = [];
            new HashIndex([hash]).FindNear(0, distance, (_, apart) => found.Add(apart));
            Assert.Equal([distance], found);
            Assert.Single(new HashIndex([0, hash]).FindPairs(distance));
        }
    }

    [Fact]
    public void a_distance_that_it_is_not_exact_for_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new HashIndex([1, 2]).FindPairs(8));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HashIndex([1, 2]).FindNear(1, 8, (_, _) => { }));
    }
}
