namespace Sovia.Synthetic;

/// <summary>Picks among values of unequal weight.</summary>
internal sealed class WeightedChoice<T>
{
    private readonly T[] values;
    private readonly double[] cumulativeWeights;

    /// <param name="weighted">The values with their weights, which need not add up to one.</param>
    public WeightedChoice(params IReadOnlyList<(T Value, double Weight)> weighted)
    {
        values = [.. weighted.Select(entry => entry.Value)];
        cumulativeWeights = new double[values.Length];
        var sum = 0.0;
        for (var i = 0; i < cumulativeWeights.Length; i++) cumulativeWeights[i] = sum += weighted[i].Weight;
    }

    /// <summary>Returns a random value.</summary>
    public T Pick(SyntheticRandom syntheticRandom)
    {
        var index = Array.BinarySearch(cumulativeWeights, syntheticRandom.NextDouble() * cumulativeWeights[^1]);
        return values[Math.Min(index < 0 ? ~index : index + 1, values.Length - 1)];
    }

    /// <summary>
    /// Creates a Zipf distribution, as for words of a language: the second value has half the weight of the first, and so on.
    /// </summary>
    public static WeightedChoice<T> CreateZipf(IEnumerable<T> ranked) => new([.. ranked.Select((value, i) => (value, 1.0 / (i + 1)))]);
}
