using System.Buffers.Binary;

namespace Sovia.Metadata.Integrity;

/// <summary>
/// Checks that the segments of a JPEG and all blocks of each scan are complete. A missing end marker alone loses no pixels and is not
/// damage. Blocks are counted because decoders fill missing ones with grey.
/// </summary>
internal static class JpegCheck
{
    private const byte StartOfScan = 0xDA, EndOfImage = 0xD9, HuffmanTables = 0xC4, RestartInterval = 0xDD;

    // Only flat areas are coded as 256 zero bits in a row, so such a scan is examined closely.
    private const int SuspiciousZeros = 32;

    private static readonly string[] DataLossWarnings = ["premature end", "Premature end", "bad Huffman", "bad arithmetic", "found marker"];

    /// <summary>Returns the damage, or null.</summary>
    public static string? FindDamage(ReadOnlySpan<byte> bytes) => CheckSegments(bytes).Fault;

    /// <summary>Returns whether the end marker is missing, which decoders treat as truncation.</summary>
    public static bool LacksEndMarker(ReadOnlySpan<byte> bytes) => CheckSegments(bytes).LacksEnd;

    /// <summary>Returns whether a libjpeg warning means lost pixels; libjpeg also warns about harmless irregularities.</summary>
    public static bool IsDataLossWarning(string warning) =>
        Array.Exists(DataLossWarnings, pattern => warning.Contains(pattern, StringComparison.Ordinal));

    private static (string? Fault, bool LacksEnd) CheckSegments(ReadOnlySpan<byte> bytes)
    {
        var scan = new JpegBlockCounter();
        for (var offset = 2; offset + 1 < bytes.Length;)
        {
            if (bytes[offset] != 0xFF) return (null, false); // The decoder decides whether it can continue from here.
            var marker = bytes[offset + 1];
            if (marker == EndOfImage) return (null, false);
            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD7))
            {
                offset += marker == 0xFF ? 1 : 2;
                continue;
            }

            if (offset + 4 > bytes.Length || BinaryPrimitives.ReadUInt16BigEndian(bytes[(offset + 2)..]) is var length
                && length > bytes.Length - offset - 2) return (DamageMessages.Truncated, true);
            var segment = bytes.Slice(offset + 4, Math.Max(0, length - 2));
            offset += 2 + length;
            if (marker == HuffmanTables) scan.AddHuffmanTables(segment);
            else if (marker == RestartInterval && segment.Length >= 2) scan.RestartInterval = BinaryPrimitives.ReadUInt16BigEndian(segment);
            else if (marker is >= 0xC0 and <= 0xCF and not (0xC8 or 0xCC)) scan.ReadFrameHeader(marker, segment);
            if (marker != StartOfScan) continue;
            scan.BeginScan(segment);
            var scanData = bytes.Slice(offset, GetScanLength(bytes[offset..]));
            offset += scanData.Length;
            var lacksEnd = offset + 1 >= bytes.Length;
            if (lacksEnd && ZeroBytes.CountAtEnd(bytes) >= SuspiciousZeros) return (DamageMessages.ZeroFilled, true);
            if ((lacksEnd || ZeroBytes.HasSequence(scanData, SuspiciousZeros)) && !scan.IsComplete(segment, scanData))
                return (lacksEnd ? DamageMessages.Truncated : DamageMessages.ZeroFilled, lacksEnd);
            if (lacksEnd) return (scan.HasAllScans ? null : DamageMessages.Truncated, true);
        }

        return (scan.HasAllScans ? null : DamageMessages.Truncated, true);
    }

    // Up to the next marker other than a stuffed byte or restart; half a marker may remain at the very end.
    private static int GetScanLength(ReadOnlySpan<byte> bytes)
    {
        for (var offset = 0; bytes[offset..].IndexOf((byte)0xFF) is >= 0 and var next; offset += next + 1)
            if (offset + next + 1 >= bytes.Length) return offset + next;
            else if (bytes[offset + next + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7))) return offset + next;
        return bytes.Length;
    }
}
