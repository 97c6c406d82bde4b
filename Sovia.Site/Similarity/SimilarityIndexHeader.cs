using Sovia.Index;

namespace Sovia.Similarity;

/// <summary>How the file of an index begins. A file of another form is not read.</summary>
internal static class SimilarityIndexHeader
{
    // Goes up when the file has other parts, or terms of the same texts would be others: other stop words, another hash.
    private const int Own = 1;

    /// <summary>
    /// The first bytes: the name, and the form of the file and of the index rows that it was made from, in the order of this machine's
    /// bytes.
    /// </summary>
    public static readonly ulong[] Magic = [0x_53_4F_56_49_41_53_49_4D, ((ulong)Own << 32) | IndexFormat.Current];
}
