using System.Numerics;

namespace Sovia.Duplicates.Hashes;

/// <summary>
/// A 64-bit perceptual hash: which of the lowest DCT coefficients of a small grey picture exceed their median. Resizing and re-encoding
/// change few bits, a different picture about half. The constant coefficient has no bit, so brightness does not matter.
/// </summary>
public static class PerceptualHash
{
    /// <summary>Width and height of the grey picture.</summary>
    public const int Side = 32;

    /// <summary>
    /// The version of the algorithm. Hashes of different versions are not comparable: increment it whenever the resulting hashes change.
    /// </summary>
    public const short Version = 1;

    // Maximum number of set bits in a hash that carries almost no information: a flat picture sets none.
    private const int NearFlat = 4;

    // Standard deviation of the grey values below which a picture contains only noise.
    private const double MinContrast = 2.5;

    // Coefficients this close to the median count as equal to it, because rounding to 256 grey values hides the difference.
    private const float Noise = 0.5f;

    private const int Low = 8;

    private static readonly float[] Waves = MakeWaves();

    /// <summary>Computes the hash; returns null if the picture is too plain to be compared.</summary>
    /// <param name="grey">Grey values row by row, <see cref="Side"/> times <see cref="Side"/>.</param>
    public static ulong? Compute(ReadOnlySpan<byte> grey)
    {
        if (grey.Length != Side * Side) throw new ArgumentException($"not {Side} x {Side} grey values", nameof(grey));
        if (IsPlain(grey)) return null;
        Span<float> terms = stackalloc float[Low * Low];
        Transform(grey, terms);
        var median = GetMedian(terms[1..]);
        var hash = 0UL;
        for (var at = 1; at < terms.Length; at++)
            if (terms[at] - median > Noise) hash |= 1UL << at;
        return BitOperations.PopCount(hash) <= NearFlat ? null : hash;
    }

    /// <summary>Returns the number of bits in which two hashes differ.</summary>
    public static int Distance(ulong one, ulong other) => BitOperations.PopCount(one ^ other);

    private static bool IsPlain(ReadOnlySpan<byte> grey)
    {
        long sum = 0, squares = 0;
        foreach (var value in grey)
        {
            sum += value;
            squares += value * value;
        }
        var mean = (double)sum / grey.Length;
        return (double)squares / grey.Length - mean * mean < MinContrast * MinContrast;
    }

    // Separable DCT: along the rows, then along the columns of the result, limited to the low frequencies.
    private static void Transform(ReadOnlySpan<byte> grey, Span<float> terms)
    {
        Span<float> values = stackalloc float[Side];
        Span<float> rows = stackalloc float[Side * Low];
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++) values[x] = grey[y * Side + x];
            for (var u = 0; u < Low; u++) rows[u * Side + y] = Dot(values, Waves.AsSpan(u * Side, Side));
        }
        for (var v = 0; v < Low; v++)
            for (var u = 0; u < Low; u++) terms[v * Low + u] = Dot(rows.Slice(u * Side, Side), Waves.AsSpan(v * Side, Side));
    }

    private static float Dot(ReadOnlySpan<float> values, ReadOnlySpan<float> wave)
    {
        var sum = 0f;
        for (var at = 0; at < wave.Length; at++) sum += values[at] * wave[at];
        return sum;
    }

    private static float GetMedian(ReadOnlySpan<float> terms)
    {
        Span<float> sorted = stackalloc float[terms.Length];
        terms.CopyTo(sorted);
        sorted.Sort();
        return sorted[sorted.Length / 2];
    }

    private static float[] MakeWaves()
    {
        var waves = new float[Low * Side];
        for (var term = 0; term < Low; term++)
            for (var at = 0; at < Side; at++)
                waves[term * Side + at] = (float)(Math.Sqrt((term == 0 ? 1.0 : 2.0) / Side) * Math.Cos(Math.PI / Side * term * (at + 0.5)));
        return waves;
    }
}
