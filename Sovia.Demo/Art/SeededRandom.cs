namespace Sovia.Demo.Art;

/// <summary>Chance that falls the same way on every machine and in every version: the same seed draws the same picture.</summary>
/// <param name="seed">Any number.</param>
internal sealed class SeededRandom(ulong seed)
{
    private ulong state = seed;

    /// <summary>Any 64 bits.</summary>
    public ulong NextUInt64()
    {
        // SplitMix64, public domain: short, and written down in so many places that it will not change.
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>From 0 up to, not including, 1.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Between two numbers.</summary>
    public double NextInRange(double from, double to) => from + ((to - from) * NextDouble());

    /// <summary>A whole number from <paramref name="from"/> up to and including <paramref name="to"/>.</summary>
    public int NextInt(int from, int to) => from + (int)(NextUInt64() % (ulong)(to - from + 1));

    /// <summary>True so often of one.</summary>
    public bool NextBool(double often) => NextDouble() < often;

    /// <summary>One of several.</summary>
    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[(int)(NextUInt64() % (ulong)choices.Length)];
}
