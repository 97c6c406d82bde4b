namespace Sovia.Similarity;

/// <summary>How much a term says: smooth idf, <c>ln((1 + N) / (1 + df)) + 1</c>.</summary>
internal sealed class InverseDocumentFrequency
{
    private readonly int families;

    // Nearly all terms are rare.
    private readonly double[] ofRare;

    /// <summary>In a library of so many families.</summary>
    public InverseDocumentFrequency(int families)
    {
        this.families = families;
        ofRare = [.. Enumerable.Range(0, 256).Select(Computed)];
    }

    /// <summary>Of a term that so many families have.</summary>
    public double this[int having] => having < ofRare.Length ? ofRare[having] : Computed(having);

    private double Computed(int having) => Math.Log((1.0 + families) / (1 + having)) + 1;
}
