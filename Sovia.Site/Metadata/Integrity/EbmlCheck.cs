namespace Sovia.Metadata.Integrity;

/// <summary>
/// Checks that the segment of a WebM or MKV and all its elements are complete. A live-streamed file declares only the lengths of its
/// blocks, so the check of such a file ends at its last block.
/// </summary>
internal static class EbmlCheck
{
    private const uint Segment = 0x18538067, Cluster = 0x1F43B675;

    /// <summary>Returns the damage, or null if there is none or the read limit is reached first.</summary>
    public static string? FindDamage(BoundedFileReader file)
    {
        var (end, isStated) = (file.Length, false);
        for (long offset = 0; offset < end;)
        {
            if (file.ReadUpTo(offset, file.Length - offset, 12) is not { } head) return null;
            var (id, idWidth) = ReadVarInt(head, keepMarker: true);
            var (length, lengthWidth) = ReadVarInt(head.AsSpan(Math.Min(idWidth, head.Length)), keepMarker: false);
            if (idWidth is 0 or > 4 || lengthWidth == 0)
                return !head.AsSpan().ContainsAnyExcept((byte)0) ? DamageMessages.ZeroFilled : isStated ? DamageMessages.Truncated : null;
            var contentStart = offset + idWidth + lengthWidth;
            var isUnbounded = length == (1L << (7 * lengthWidth)) - 1;
            if (!isUnbounded && length > end - contentStart) return DamageMessages.Truncated;
            if (id == Segment && !isUnbounded) (end, isStated) = (contentStart + length, true);

            // The blocks of a cluster are checked one by one, as is everything in an element without a declared length.
            offset = isUnbounded || id is Segment or Cluster ? contentStart : contentStart + length;
            if (isStated && offset >= end) return null;
        }

        return null;
    }

    // The leading zeros give the number of further bytes. An ID keeps the marker bit, a length does not.
    private static (long Value, int Width) ReadVarInt(ReadOnlySpan<byte> bytes, bool keepMarker)
    {
        if (bytes.IsEmpty || bytes[0] == 0) return (0, 0);
        var width = byte.LeadingZeroCount(bytes[0]) + 1;
        if (width > bytes.Length) return (0, 0);
        long value = keepMarker ? bytes[0] : bytes[0] & (0xFF >> width);
        for (var i = 1; i < width; i++) value = value << 8 | bytes[i];
        return (value, width);
    }
}
