using System.Buffers.Binary;

namespace Sovia.Metadata.Integrity;

/// <summary>Checks that a WebP has its declared length, complete chunks, and no run of zeros in its compressed pixels.</summary>
internal static class WebpCheck
{
    private const int FileHeader = 12, Header = 8;

    // An arithmetic coder does not write two thousand zero bits in a row.
    private const int Hole = 256;

    public static string? FindDamage(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < FileHeader + Header) return DamageMessages.Truncated;
        var declaredLength = Header + (long)BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        long pos = FileHeader;
        while (pos + Header <= Math.Min(bytes.Length, declaredLength))
        {
            var type = bytes.Slice((int)pos, 4);
            long length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[((int)pos + 4)..]);
            if (length > bytes.Length - pos - Header) return DamageMessages.Truncated;
            if (!type.ContainsAnyExcept((byte)0)) return DamageMessages.ZeroFilled;
            if (IsImage(type) && ZeroBytes.HasSequence(bytes.Slice((int)pos + Header, (int)length), Hole)) return DamageMessages.ZeroFilled;
            pos += Header + length + (length & 1);
        }

        // The padding of the last chunk may be missing.
        return declaredLength > Math.Max(pos, bytes.Length) ? DamageMessages.Truncated : null;
    }

    private static bool IsImage(ReadOnlySpan<byte> type) => type.SequenceEqual("VP8 "u8) || type.SequenceEqual("VP8L"u8);
}
