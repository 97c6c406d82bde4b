using System.Buffers.Binary;

namespace Sovia.Metadata.Integrity;

/// <summary>
/// Checks that an uncompressed bitmap has a row of bytes for each row of pixels. Ignores the length in its header, which is often wrong.
/// </summary>
internal static class BmpCheck
{
    private const int MinHeaderSize = 40, Uncompressed = 0, BitFields = 3;

    public static string? FindDamage(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 34) return DamageMessages.Truncated;
        if (ReadInt32(bytes, 14) < MinHeaderSize || ReadInt32(bytes, 30) is not (Uncompressed or BitFields)) return null;
        long width = Math.Abs((long)ReadInt32(bytes, 18)), height = Math.Abs((long)ReadInt32(bytes, 22));
        var rowLength = (width * BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) + 31) / 32 * 4;
        return (uint)ReadInt32(bytes, 10) + rowLength * height > bytes.Length ? DamageMessages.Truncated : null;
    }

    private static int ReadInt32(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadInt32LittleEndian(bytes[offset..]);
}
