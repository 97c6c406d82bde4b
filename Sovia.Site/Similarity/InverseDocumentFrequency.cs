namespace Sovia.Similarity;

/// <summary>The weight of a term: smooth idf, <c>ln((1 + N) / (1 + df)) + 1</c>.</summary>
internal sealed class InverseDocumentFrequency
{
    private readonly int families;

    // Precomputed for small frequencies, because nearly all terms are rare.
    private readonly double[] ofRare;

    /// <summary>Creates the weights for a library with the given number of families.</summary>
    public InverseDocumentFrequency(int families)
    {
        this.families = families;
        ofRare = [.. Enumerable.Range(0, 256).Select(Computed)];
    }

    /// <summary>Returns the weight of a term that occurs in the given number of families.</summary>
    public double this[int having] => having < ofRare.Length ? ofRare[having] : Computed(having);

    private double Computed(int having) => Math.Log((1.0 + families) / (1 + having)) + 1;
}
