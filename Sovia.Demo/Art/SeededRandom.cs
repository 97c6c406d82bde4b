namespace Sovia.Demo.Art;

/// <summary>
/// Generates random numbers that are the same on every machine and in every version, so that a seed draws the same image.
/// </summary>
/// <param name="seed">The seed, any number.</param>
internal sealed class SeededRandom(ulong seed)
{
    private ulong state = seed;

    /// <summary>Returns 64 random bits.</summary>
    public ulong NextUInt64()
    {
        // SplitMix64, public domain. Short, and published so widely that its definition is stable.
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Returns a number from 0 up to, but not including, 1.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Returns a number between two numbers.</summary>
    public double NextInRange(double from, double to) => from + ((to - from) * NextDouble());

    /// <summary>Returns an integer from <paramref name="from"/> up to and including <paramref name="to"/>.</summary>
    public int NextInt(int from, int to) => from + (int)(NextUInt64() % (ulong)(to - from + 1));

    /// <summary>Returns true with the given probability.</summary>
    public bool NextBool(double often) => NextDouble() < often;

    /// <summary>Returns one of several values with equal probability.</summary>
    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[(int)(NextUInt64() % (ulong)choices.Length)];
}
