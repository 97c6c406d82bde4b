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
    private const int MaxFlatBits = 4;

    // Standard deviation of the grey values below which a picture contains only noise.
    private const double MinContrast = 2.5;

    // Coefficients this close to the median count as equal to it, because rounding to 256 grey values hides the difference.
    private const float MedianTolerance = 0.5f;

    private const int LowCount = 8;

    private static readonly float[] Cosines = CreateCosines();

    /// <summary>Computes the hash; returns null if the picture is too plain to be compared.</summary>
    /// <param name="grey">Grey values row by row, <see cref="Side"/> times <see cref="Side"/>.</param>
    public static ulong? Compute(ReadOnlySpan<byte> grey)
    {
        if (grey.Length != Side * Side) throw new ArgumentException($"not {Side} x {Side} grey values", nameof(grey));
        if (IsPlain(grey)) return null;
        Span<float> coefficients = stackalloc float[LowCount * LowCount];
        Transform(grey, coefficients);
        var median = GetMedian(coefficients[1..]);
        var hash = 0UL;
        for (var i = 1; i < coefficients.Length; i++)
            if (coefficients[i] - median > MedianTolerance) hash |= 1UL << i;
        return BitOperations.PopCount(hash) <= MaxFlatBits ? null : hash;
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
    private static void Transform(ReadOnlySpan<byte> grey, Span<float> output)
    {
        Span<float> values = stackalloc float[Side];
        Span<float> rows = stackalloc float[Side * LowCount];
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++) values[x] = grey[y * Side + x];
            for (var u = 0; u < LowCount; u++) rows[u * Side + y] = Dot(values, Cosines.AsSpan(u * Side, Side));
        }
        for (var v = 0; v < LowCount; v++)
            for (var u = 0; u < LowCount; u++) output[v * LowCount + u] = Dot(rows.Slice(u * Side, Side), Cosines.AsSpan(v * Side, Side));
    }

    private static float Dot(ReadOnlySpan<float> values, ReadOnlySpan<float> wave)
    {
        var sum = 0f;
        for (var i = 0; i < wave.Length; i++) sum += values[i] * wave[i];
        return sum;
    }

    private static float GetMedian(ReadOnlySpan<float> coefficients)
    {
        Span<float> sorted = stackalloc float[coefficients.Length];
        coefficients.CopyTo(sorted);
        sorted.Sort();
        return sorted[sorted.Length / 2];
    }

    private static float[] CreateCosines()
    {
        var table = new float[LowCount * Side];
        for (var u = 0; u < LowCount; u++)
            for (var x = 0; x < Side; x++)
                table[u * Side + x] = (float)(Math.Sqrt((u == 0 ? 1.0 : 2.0) / Side) * Math.Cos(Math.PI / Side * u * (x + 0.5)));
        return table;
    }
}
