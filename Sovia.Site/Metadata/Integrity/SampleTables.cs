using System.Buffers.Binary;

namespace Sovia.Metadata.Integrity;

/// <summary>Reads where the samples of a track lie from the three tables that tell it together.</summary>
internal static class SampleTables
{
    /// <summary>Place and length of each sample, in order.</summary>
    /// <param name="sizes">The box <c>stsz</c>: one size for all, or one each.</param>
    /// <param name="groups">The box <c>stsc</c>: from which chunk on each has how many samples.</param>
    /// <param name="places">The box <c>stco</c> or <c>co64</c>: where each chunk begins.</param>
    /// <param name="isLong">Whether places have eight bytes.</param>
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

    // What lies behind a table's end is zero.
    private static long Number(byte[] table, long at) =>
        at + 4 <= table.Length ? BinaryPrimitives.ReadUInt32BigEndian(table.AsSpan((int)at)) : 0;
}
