namespace Sovia.Metadata.Integrity;

/// <summary>Checks that the blocks of a GIF continue up to the trailer, the only mark of an animation's last frame.</summary>
internal static class GifCheck
{
    private const byte Extension = 0x21, Frame = 0x2C, Trailer = 0x3B;

    public static string? FindDamage(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 13) return DamageMessages.Truncated;
        var at = 13 + Colours(bytes[10]);
        while (at < bytes.Length)
            switch (bytes[at])
            {
                case Trailer: return null;
                case Extension: at = Behind(bytes, at + 2); break;
                case Frame when at + 9 < bytes.Length: at = Behind(bytes, at + 10 + Colours(bytes[at + 9]) + 1); break;
                // Some programs pad their blocks.
                case 0: at++; break;
                default: return DamageMessages.Truncated;
            }
        return ZeroBytes.CountAtEnd(bytes) > 16 ? DamageMessages.ZeroFilled : DamageMessages.Truncated;
    }

    private static int Colours(byte flags) => (flags & 0x80) != 0 ? 3 << ((flags & 7) + 1) : 0;

    // A sequence of sub-blocks ends with an empty one.
    private static int Behind(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length && bytes[at] != 0) at += bytes[at] + 1;
        return at + 1;
    }
}
