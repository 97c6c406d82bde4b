using System.Buffers.Binary;

namespace Sovia.Metadata.Integrity;

/// <summary>A WebP is whole when it has as many bytes as it declares, in whole chunks, and no hole in its packed pixels.</summary>
internal static class WebpCheck
{
    private const int Head = 12, Frame = 8;

    // Two thousand bits of nothing are not what an arithmetic coder writes.
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

        // The last chunk's padding may be left out.
        return declared > Math.Max(at, bytes.Length) ? DamageMessages.Truncated : null;
    }

    private static bool IsPacked(ReadOnlySpan<byte> kind) => kind.SequenceEqual("VP8 "u8) || kind.SequenceEqual("VP8L"u8);
}
