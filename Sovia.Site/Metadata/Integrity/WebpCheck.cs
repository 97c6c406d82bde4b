using System.Buffers.Binary;

namespace Sovia.Metadata.Integrity;

/// <summary>Checks that a WebP has its declared length, complete chunks, and no run of zeros in its compressed pixels.</summary>
internal static class WebpCheck
{
    private const int Head = 12, Frame = 8;

    // An arithmetic coder does not write two thousand zero bits in a row.
    private const int Hole = 256;

    public static string? FindDamage(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Head + Frame) return DamageMessages.Truncated;
        var declared = Frame + (long)BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        long at = Head;
        while (at + Frame <= Math.Min(bytes.Length, declared))
        {
            var kind = bytes.Slice((int)at, 4);
            long length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[((int)at + 4)..]);
            if (length > bytes.Length - at - Frame) return DamageMessages.Truncated;
            if (!kind.ContainsAnyExcept((byte)0)) return DamageMessages.ZeroFilled;
            if (IsPacked(kind) && ZeroBytes.HasSequence(bytes.Slice((int)at + Frame, (int)length), Hole)) return DamageMessages.ZeroFilled;
            at += Frame + length + (length & 1);
        }

        // The padding of the last chunk may be missing.
        return declared > Math.Max(at, bytes.Length) ? DamageMessages.Truncated : null;
    }

    private static bool IsPacked(ReadOnlySpan<byte> kind) => kind.SequenceEqual("VP8 "u8) || kind.SequenceEqual("VP8L"u8);
}
