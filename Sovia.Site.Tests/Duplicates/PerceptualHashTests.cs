using CsCheck;
using Sovia.Duplicates.Hashes;

namespace Sovia.Tests.Duplicates;

public sealed class PerceptualHashTests
{
    private const int Side = PerceptualHash.Side;

    private const int Count = 1_000;

    // Waves of all directions and lengths, the longer the stronger, as in small photographs; the same in each run.
    private static readonly byte[][] Pictures = [.. Enumerable.Range(0, Count).Select(seed =>
    {
        var random = new Random(seed);
        var waves = Enumerable.Range(0, 24)
            .Select(_ => (X: random.NextDouble() * 2 - 1, Y: random.NextDouble() * 2 - 1, Shift: random.NextDouble() * 6)).ToArray();
        return Draw((x, y) => 128
            + waves.Sum(wave => 6 / (0.3 + Math.Abs(wave.X) + Math.Abs(wave.Y)) * Math.Sin(wave.X * 0.8 * x + wave.Y * 0.8 * y
                + wave.Shift)));
    })];

    [Fact]
    public void brightness_and_contrast_change_few_bits() => HoldsOf(0.995, (picture, random) =>
    {
        var (brighter, contrast) = (random.Next(-20, 21), 0.8 + random.NextDouble() * 0.2);
        return Distance(picture, [.. picture.Select(value => Clamp(128 + (value - 128) * contrast + brighter))]) <= 4;
    });

    [Fact]
    public void noise_of_an_encoder_changes_few_bits() =>
        HoldsOf(0.99, (picture, random) => Distance(picture, [.. picture.Select(value => Clamp(value + random.Next(-3, 4)))]) <= 4);

    [Fact]
    public void the_negative_of_a_picture_is_far_from_it() =>
    HoldsOf(1, (picture, _) => Distance(picture, [.. picture.Select(value => (byte)(255 - value))]) > 40);

    [Fact]
    public void two_pictures_are_far_apart()
    {
        var hashes = Pictures.Select(picture => PerceptualHash.Compute(picture)!.Value).ToArray();
        // Of half a million pairs.
        Assert.InRange(new HashIndex(hashes).FindPairs(4).Count, 0, 5);
    }

    [Fact]
    public void a_hash_has_at_most_half_its_bits_and_none_for_brightness() =>
        HoldsOf(1, (picture, _) => PerceptualHash.Compute(picture) is { } hash && (hash & 1) == 0 && ulong.PopCount(hash) is > 4 and <= 31);

    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    [InlineData(255)]
    public void one_colour_has_no_hash(byte value) => Assert.Null(PerceptualHash.Compute(Draw((_, _) => value)));

    [Fact]
    public void next_to_one_colour_has_no_hash_either() =>
        Gen.Int[-3, 3].Array[Side * Side].Sample(noise => PerceptualHash.Compute([.. noise.Select(value => (byte)(20 + value))]) is null);

    [Fact]
    public void a_picture_of_one_wave_says_too_little_to_have_a_hash()
    {
        Assert.Null(PerceptualHash.Compute(Draw((x, _) => x * 8)));
        Assert.Null(PerceptualHash.Compute(Draw((_, y) => 255 - y * 8)));
    }

    [Fact]
    public void the_hash_is_stable_across_versions()
    {
        // Stored hashes must stay comparable with new ones: where this changes, the version does.
        Assert.Equal(1, PerceptualHash.Version);
        Assert.Equal(6540467677820557718UL, PerceptualHash.Compute(Pictures[7]));
    }

    [Fact]
    public void the_hash_agrees_with_the_plain_formula() =>
        Assert.All(Pictures.Take(50), picture =>
            Assert.InRange(PerceptualHash.Distance(PerceptualHash.Compute(picture)!.Value, Reference(picture)), 0, 1));

    private static void HoldsOf(double part, Func<byte[], Random, bool> property)
    {
        var random = new Random(1);
        var count = Pictures.Count(picture => property(picture, random));
        Assert.True(count >= part * Count, $"{count} of {Count}");
    }

    private static ulong Reference(byte[] grey)
    {
        var terms = new double[64];
        for (var v = 0; v < 8; v++)
            for (var u = 0; u < 8; u++)
                for (var y = 0; y < Side; y++)
                    for (var x = 0; x < Side; x++)
                        terms[v * 8 + u] += Scale(u) * Scale(v) * grey[y * Side
                            + x] * Math.Cos((2 * x + 1) * u * Math.PI / (2 * Side)) * Math.Cos((2 * y + 1) * v * Math.PI / (2 * Side));
        var median = terms.Skip(1).Order().ElementAt(31);
        return Enumerable.Range(1, 63).Where(at => terms[at] - median > 0.5).Aggregate(0UL, (hash, at) => hash | 1UL << at);
    }

    private static double Scale(int term) => Math.Sqrt((term == 0 ? 1.0 : 2.0) / Side);

    private static int? Distance(byte[] one, byte[] other) =>
        PerceptualHash.Compute(one) is { } first && PerceptualHash.Compute(other) is { } second ? PerceptualHash.Distance(first, second)
        : null;

    private static byte[] Draw(Func<int, int, double> value) =>
        [.. Enumerable.Range(0, Side * Side).Select(at => Clamp(value(at % Side, at / Side)))];

    private static byte Clamp(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);
}
