using System.Buffers.Binary;
using System.IO.Compression;

namespace Sovia.Metadata.Containers;

/// <summary>
/// Reads the lowest bits of a PNG's alpha channel, column by column. Holds two rows of pixels in memory, never the whole image.
/// </summary>
internal static class AlphaLsbReader
{
    private const int Channels = 4;
    private const int MaxPixels = 1 << 25;
    private const int RowsToProbe = 15 * 8;

    /// <param name="packed">The compressed pixels.</param>
    /// <param name="header">The content of IHDR; only 8-bit RGBA without interlacing is supported.</param>
    /// <param name="shouldContinue">Returns whether the first 15 bytes of the first column justify reading the rest.</param>
    public static byte[]? Read(Stream packed, ReadOnlySpan<byte> header, Func<ReadOnlySpan<byte>, bool> shouldContinue)
    {
        if (header is not [_, _, _, _, _, _, _, _, 8, 6, 0, 0, 0]) return null;
        uint width = BinaryPrimitives.ReadUInt32BigEndian(header), height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        if (width == 0 || height == 0 || (ulong)width * height > MaxPixels) return null;
        var bits = new byte[(width * height + 7) / 8];
        byte[] row = new byte[1 + width * Channels], above = new byte[row.Length];
        try
        {
            using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
            for (var y = 0; y < height; y++)
            {
                if (zlib.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) < row.Length) return null;
                if (!Unfilter(row, above)) return null;
                for (var x = 0; x < width; x++)
                    if ((row[(x + 1) * Channels] & 1) == 1) SetBit(bits, x * (long)height + y);
                if (y == RowsToProbe - 1 && !shouldContinue(bits)) return null;
                (row, above) = (above, row);
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }

        return shouldContinue(bits) ? bits : null;
    }

    private static void SetBit(byte[] bits, long index) => bits[index / 8] |= (byte)(0x80 >> (int)(index % 8));

    // PNG stores each byte as a difference from its neighbours; the first byte of the row selects the filter.
    private static bool Unfilter(byte[] row, byte[] above)
    {
        if (row[0] > 4) return false;
        for (var i = 1; i < row.Length; i++)
        {
            int left = i > Channels ? row[i - Channels] : 0, up = above[i], upLeft = i > Channels ? above[i - Channels] : 0;
            row[i] += (byte)(row[0] switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => PredictPaeth(left, up, upLeft), _ => 0 });
        }

        return true;
    }

    private static int PredictPaeth(int left, int up, int upLeft)
    {
        int toLeft = Math.Abs(up - upLeft), toUp = Math.Abs(left - upLeft), toUpLeft = Math.Abs(left + up - upLeft - upLeft);
        return toLeft <= toUp && toLeft <= toUpLeft ? left : toUp <= toUpLeft ? up : upLeft;
    }
}
