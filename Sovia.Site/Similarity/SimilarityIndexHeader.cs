using Sovia.Index;

namespace Sovia.Similarity;

/// <summary>The header of an index file. Files of another format version are not read.</summary>
internal static class SimilarityIndexHeader
{
    // Increment when the file's layout changes, or when the same texts yield other terms: other stop words, another hash.
    private const int FormatVersion = 2;

    /// <summary>
    /// The first bytes: the magic number, and the format versions of the file and of the index rows that it was built from, in this
    /// machine's byte order.
    /// </summary>
    public static readonly ulong[] Magic = [0x_53_4F_56_49_41_53_49_4D, ((ulong)FormatVersion << 32) | IndexFormat.Current];
}
