using System.Buffers.Binary;

namespace Sovia.Metadata.Integrity;

/// <summary>
/// Checks that the segments of a JPEG and all blocks of each scan are complete. A missing end marker alone loses no pixels and is not
/// damage. Blocks are counted because decoders fill missing ones with grey.
/// </summary>
internal static class JpegCheck
{
    private const byte StartOfScan = 0xDA, End = 0xD9, Tables = 0xC4, Interval = 0xDD;

    // Only flat areas are coded as 256 zero bits in a row, so such a scan is examined closely.
    private const int Suspicious = 32;

    private static readonly string[] Losses = ["premature end", "Premature end", "bad Huffman", "bad arithmetic", "found marker"];

    /// <summary>Returns the damage, or null.</summary>
    public static string? FindDamage(ReadOnlySpan<byte> bytes) => Walk(bytes).Fault;

    /// <summary>Returns whether the end marker is missing, which decoders treat as truncation.</summary>
    public static bool LacksEndMarker(ReadOnlySpan<byte> bytes) => Walk(bytes).LacksEnd;

    /// <summary>Returns whether a libjpeg warning means lost pixels; libjpeg also warns about harmless irregularities.</summary>
    public static bool IsDataLossWarning(string warning) =>
        Array.Exists(Losses, known => warning.Contains(known, StringComparison.Ordinal));

    private static (string? Fault, bool LacksEnd) Walk(ReadOnlySpan<byte> bytes)
    {
        var scan = new JpegBlockCounter();
        for (var at = 2; at + 1 < bytes.Length;)
        {
            if (bytes[at] != 0xFF) return (null, false); // The decoder says whether it can go on from here.
            var mark = bytes[at + 1];
            if (mark == End) return (null, false);
            if (mark is 0xFF or 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += mark == 0xFF ? 1 : 2;
                continue;
            }

            if (at + 4 > bytes.Length || BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]) is var length
                && length > bytes.Length - at - 2) return (DamageMessages.Truncated, true);
            var segment = bytes.Slice(at + 4, Math.Max(0, length - 2));
            at += 2 + length;
            if (mark == Tables) scan.AddHuffmanTables(segment);
            else if (mark == Interval && segment.Length >= 2) scan.RestartInterval = BinaryPrimitives.ReadUInt16BigEndian(segment);
            else if (mark is >= 0xC0 and <= 0xCF and not (0xC8 or 0xCC)) scan.ReadFrameHeader(mark, segment);
            if (mark != StartOfScan) continue;
            scan.BeginScan(segment);
            var packed = bytes.Slice(at, PackedLength(bytes[at..]));
            at += packed.Length;
            var lacksEnd = at + 1 >= bytes.Length;
            if (lacksEnd && ZeroBytes.CountAtEnd(bytes) >= Suspicious) return (DamageMessages.ZeroFilled, true);
            if ((lacksEnd || ZeroBytes.HasSequence(packed, Suspicious)) && !scan.IsComplete(segment, packed))
                return (lacksEnd ? DamageMessages.Truncated : DamageMessages.ZeroFilled, lacksEnd);
            if (lacksEnd) return (scan.HasAllScans ? null : DamageMessages.Truncated, true);
        }

        return (scan.HasAllScans ? null : DamageMessages.Truncated, true);
    }

    // Up to the next marker other than a stuffed byte or restart; half a marker may remain at the very end.
    private static int PackedLength(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; bytes[at..].IndexOf((byte)0xFF) is >= 0 and var next; at += next + 1)
            if (at + next + 1 >= bytes.Length) return at + next;
            else if (bytes[at + next + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7))) return at + next;
        return bytes.Length;
    }
}
