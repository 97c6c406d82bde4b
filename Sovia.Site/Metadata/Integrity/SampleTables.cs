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
        long fixedSize = Read(sizes, 4), count = Read(sizes, 8), chunkCount = Read(places, 4), entries = Read(groups, 4), sample = 0;
        var entry = 0L;
        for (var chunk = 0L; chunk < chunkCount && sample < count; chunk++)
        {
            while (entry + 1 < entries && Read(groups, 8 + 12 * (entry + 1)) <= chunk + 1) entry++;
            var offset = isLong ? Read(places, 8 + 8 * chunk) << 32 | Read(places, 12 + 8 * chunk) : Read(places, 8 + 4 * chunk);
            var samplesInChunk = Read(groups, 12 + 12 * entry);
            for (var i = 0L; i < samplesInChunk && sample < count; i++, sample++)
            {
                var length = fixedSize > 0 ? fixedSize : Read(sizes, 12 + 4 * sample);
                if (offset < 0 || (fixedSize == 0 && 16 + 4 * sample > sizes.Length)) yield break;
                yield return (offset, length);
                offset += length;
            }
        }
    }

    // Bytes after the end of a table read as zero.
    private static long Read(byte[] table, long offset) =>
        offset + 4 <= table.Length ? BinaryPrimitives.ReadUInt32BigEndian(table.AsSpan((int)offset)) : 0;
}
