using System.Buffers.Binary;

namespace Sovia.Metadata.Integrity;

/// <summary>Computes the sample locations of a track from its three tables.</summary>
internal static class SampleTables
{
    /// <summary>Returns offset and length of each sample, in order.</summary>
    /// <param name="sizes">The <c>stsz</c> box: one size for all samples, or one each.</param>
    /// <param name="groups">The <c>stsc</c> box: the number of samples per chunk, by first chunk.</param>
    /// <param name="places">The <c>stco</c> or <c>co64</c> box: the offset of each chunk.</param>
    /// <param name="isLong">Whether offsets have eight bytes.</param>
    public static IEnumerable<(long At, long Length)> ReadLocations(byte[] sizes, byte[] groups, byte[] places, bool isLong)
    {
        long common = Number(sizes, 4), count = Number(sizes, 8), chunks = Number(places, 4), entries = Number(groups, 4), sample = 0;
        var entry = 0L;
        for (var chunk = 0L; chunk < chunks && sample < count; chunk++)
        {
            while (entry + 1 < entries && Number(groups, 8 + 12 * (entry + 1)) <= chunk + 1) entry++;
            var at = isLong ? Number(places, 8 + 8 * chunk) << 32 | Number(places, 12 + 8 * chunk) : Number(places, 8 + 4 * chunk);
            var inChunk = Number(groups, 12 + 12 * entry);
            for (var i = 0L; i < inChunk && sample < count; i++, sample++)
            {
                var length = common > 0 ? common : Number(sizes, 12 + 4 * sample);
                if (at < 0 || (common == 0 && 16 + 4 * sample > sizes.Length)) yield break;
                yield return (at, length);
                at += length;
            }
        }
    }

    // Bytes after the end of a table read as zero.
    private static long Number(byte[] table, long at) =>
        at + 4 <= table.Length ? BinaryPrimitives.ReadUInt32BigEndian(table.AsSpan((int)at)) : 0;
}
