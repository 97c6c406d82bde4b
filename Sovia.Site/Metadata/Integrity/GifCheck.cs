namespace Sovia.Metadata.Integrity;

/// <summary>Checks that the blocks of a GIF continue up to the trailer, the only mark of an animation's last frame.</summary>
internal static class GifCheck
{
    private const byte Extension = 0x21, Frame = 0x2C, Trailer = 0x3B;

    public static string? FindDamage(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 13) return DamageMessages.Truncated;
        var pos = 13 + GetPaletteSize(bytes[10]);
        while (pos < bytes.Length)
            switch (bytes[pos])
            {
                case Trailer: return null;
                case Extension: pos = SkipSubBlocks(bytes, pos + 2); break;
                case Frame when pos + 9 < bytes.Length: pos = SkipSubBlocks(bytes, pos + 10 + GetPaletteSize(bytes[pos + 9]) + 1); break;
                // Some programs pad their blocks.
                case 0: pos++; break;
                default: return DamageMessages.Truncated;
            }
        return ZeroBytes.CountAtEnd(bytes) > 16 ? DamageMessages.ZeroFilled : DamageMessages.Truncated;
    }

    private static int GetPaletteSize(byte flags) => (flags & 0x80) != 0 ? 3 << ((flags & 7) + 1) : 0;

    // A sequence of sub-blocks ends with an empty one.
    private static int SkipSubBlocks(ReadOnlySpan<byte> bytes, int pos)
    {
        while (pos < bytes.Length && bytes[pos] != 0) pos += bytes[pos] + 1;
        return pos + 1;
    }
}
