using System.Buffers.Binary;

namespace Sovia.Metadata.Integrity;

/// <summary>
/// Checks that the chunks of a PNG continue up to IEND, and that it can hold as many pixels as it declares. Leaves the checksums of the
/// image chunks to the decoder.
/// </summary>
internal static class PngCheck
{
    private const int Signature = 8, ChunkOverhead = 12, HeaderLength = 13;

    // Deflate packs at most 258 bytes into two bits.
    private const double MaxRatio = 1032;

    public static string? FindDamage(ReadOnlySpan<byte> bytes)
    {
        long compressed = 0;
        for (var offset = Signature; offset <= bytes.Length - ChunkOverhead;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[offset..]);
            var type = bytes.Slice(offset + 4, 4);
            if (length > bytes.Length - offset - ChunkOverhead) return DamageMessages.Truncated;
            if (type.SequenceEqual("IEND"u8)) return CountPixelBytes(bytes) > compressed * MaxRatio ? DamageMessages.Truncated : null;
            if (type.SequenceEqual("IDAT"u8)) compressed += length;
            if (type.ContainsAnyExcept(Letters))
                return type.ContainsAnyExcept((byte)0) ? DamageMessages.Truncated : DamageMessages.ZeroFilled;
            offset += (int)length + ChunkOverhead;
        }

        return DamageMessages.Truncated;
    }

    // For an image too large to decode, only this check detects missing pixels.
    private static double CountPixelBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Signature + ChunkOverhead + HeaderLength || !bytes.Slice(Signature + 4, 4).SequenceEqual("IHDR"u8)) return 0;
        var header = bytes[(Signature + 8)..];
        var channels = header[9] switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        var pixels = BinaryPrimitives.ReadUInt32BigEndian(header) * (double)BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        return pixels * channels * header[8] / 8;
    }

    private static readonly System.Buffers.SearchValues<byte> Letters = System.Buffers.SearchValues
        .Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);
}
