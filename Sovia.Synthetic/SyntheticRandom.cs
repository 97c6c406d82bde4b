namespace Sovia.Synthetic;

/// <summary>Generates random numbers that are the same on every machine and in every version.</summary>
internal sealed class SyntheticRandom
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong state;

    /// <param name="seed">The seed, any number.</param>
    /// <param name="stream">The stream. Streams of one seed are independent, so that each family has its own.</param>
    public SyntheticRandom(int seed, long stream) => state = Mix(Mix((ulong)seed + Step) ^ ((ulong)stream * 0xD1B54A32D192ED03));

    /// <summary>Returns a number from 0 up to, but not including, 1.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Returns an integer from <paramref name="from"/> up to and including <paramref name="to"/>.</summary>
    public int NextInt(int from, int to) => from + (int)(NextBits() % (ulong)(to - from + 1));

    /// <summary>Returns true with the given probability.</summary>
    public bool NextBool(double often) => NextDouble() < often;

    /// <summary>Returns one of several values with equal probability.</summary>
    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[(int)(NextBits() % (ulong)choices.Length)];

    /// <summary>Returns a number from a log-normal distribution: many small numbers and few large ones.</summary>
    /// <param name="median">The median.</param>
    /// <param name="spread">The standard deviation of the logarithm; one number in a thousand exceeds <c>median * e^(3 *
    /// spread)</c>.</param>
    public double NextLogNormal(double median, double spread)
    {
        // The sum of twelve uniform numbers minus six approximates a normal distribution and needs no logarithm.
        var normal = -6.0;
        for (var i = 0; i < 12; i++) normal += NextDouble();
        return median * Math.Exp(spread * normal);
    }

    /// <summary>Returns a random id, version 4, like the ids in exports.</summary>
    public Guid NextGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, NextBits());
        BitConverter.TryWriteBytes(bytes[8..], NextBits());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }

    private ulong NextBits() => Mix(state += Step);

    // SplitMix64, public domain.
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
