using System.Buffers.Binary;

namespace Sovia.Metadata.Integrity;

/// <summary>Checks that the chunks of a PNG continue up to IEND. Leaves the checksums of the image chunks to the decoder.</summary>
internal static class PngCheck
{
    private const int Signature = 8, Frame = 12;

    public static string? FindDamage(ReadOnlySpan<byte> bytes)
    {
        for (var at = Signature; at <= bytes.Length - Frame;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            var kind = bytes.Slice(at + 4, 4);
            if (length > bytes.Length - at - Frame) return DamageMessages.Truncated;
            if (kind.SequenceEqual("IEND"u8)) return null;
            if (kind.ContainsAnyExcept(Letters))
                return kind.ContainsAnyExcept((byte)0) ? DamageMessages.Truncated : DamageMessages.ZeroFilled;
            at += (int)length + Frame;
        }

        return DamageMessages.Truncated;
    }

    private static readonly System.Buffers.SearchValues<byte> Letters = System.Buffers.SearchValues
        .Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);
}
