namespace Sovia.Similarity;

/// <summary>The weight of a term: smooth idf, <c>ln((1 + N) / (1 + df)) + 1</c>.</summary>
internal sealed class InverseDocumentFrequency
{
    private readonly int familyCount;

    // Precomputed for small frequencies, because nearly all terms are rare.
    private readonly double[] rareTermWeights;

    /// <summary>Creates the weights for a library with the given number of families.</summary>
    public InverseDocumentFrequency(int families)
    {
        this.familyCount = families;
        rareTermWeights = [.. Enumerable.Range(0, 256).Select(ComputeWeight)];
    }

    /// <summary>Returns the weight of a term that occurs in the given number of families.</summary>
    public double this[int documentFrequency] =>
        documentFrequency < rareTermWeights.Length ? rareTermWeights[documentFrequency] : ComputeWeight(documentFrequency);

    private double ComputeWeight(int documentFrequency) => Math.Log((1.0 + familyCount) / (1 + documentFrequency)) + 1;
}
