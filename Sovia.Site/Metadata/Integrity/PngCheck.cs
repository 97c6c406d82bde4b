using System.Buffers.Binary;

namespace Sovia.Metadata.Integrity;

/// <summary>
/// Checks that the chunks of a PNG continue up to IEND, and that it can hold as many pixels as it declares. Leaves the checksums of the
/// image chunks to the decoder.
/// </summary>
internal static class PngCheck
{
    private const int Signature = 8, Frame = 12, Header = 13;

    // Deflate packs at most 258 bytes into two bits.
    private const double StrongestPacking = 1032;

    public static string? FindDamage(ReadOnlySpan<byte> bytes)
    {
        long packed = 0;
        for (var at = Signature; at <= bytes.Length - Frame;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            var kind = bytes.Slice(at + 4, 4);
            if (length > bytes.Length - at - Frame) return DamageMessages.Truncated;
            if (kind.SequenceEqual("IEND"u8)) return CountPixelBytes(bytes) > packed * StrongestPacking ? DamageMessages.Truncated : null;
            if (kind.SequenceEqual("IDAT"u8)) packed += length;
            if (kind.ContainsAnyExcept(Letters))
                return kind.ContainsAnyExcept((byte)0) ? DamageMessages.Truncated : DamageMessages.ZeroFilled;
            at += (int)length + Frame;
        }

        return DamageMessages.Truncated;
    }

    // Of an image too large to decode, this alone shows that the pixels are missing.
    private static double CountPixelBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Signature + Frame + Header || !bytes.Slice(Signature + 4, 4).SequenceEqual("IHDR"u8)) return 0;
        var header = bytes[(Signature + 8)..];
        var channels = header[9] switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        var pixels = BinaryPrimitives.ReadUInt32BigEndian(header) * (double)BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        return pixels * channels * header[8] / 8;
    }

    private static readonly System.Buffers.SearchValues<byte> Letters = System.Buffers.SearchValues
        .Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);
}
