using System.Buffers.Binary;

namespace Sovia.Metadata.Integrity;

/// <summary>
/// Checks that an uncompressed bitmap has a row of bytes for each row of pixels. Ignores the length in its header, which is often wrong.
/// </summary>
internal static class BmpCheck
{
    private const int NewHeader = 40, Plain = 0, Masked = 3;

    public static string? FindDamage(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 34) return DamageMessages.Truncated;
        if (Number(bytes, 14) < NewHeader || Number(bytes, 30) is not (Plain or Masked)) return null;
        long width = Math.Abs((long)Number(bytes, 18)), height = Math.Abs((long)Number(bytes, 22));
        var row = (width * BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) + 31) / 32 * 4;
        return (uint)Number(bytes, 10) + row * height > bytes.Length ? DamageMessages.Truncated : null;
    }

    private static int Number(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);
}
