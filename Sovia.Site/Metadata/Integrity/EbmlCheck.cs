namespace Sovia.Metadata.Integrity;

/// <summary>
/// Checks that the segment of a WebM or MKV and all its elements are complete. A live-streamed file declares only the lengths of its
/// blocks, so there the last block decides.
/// </summary>
internal static class EbmlCheck
{
    private const uint Segment = 0x18538067, Cluster = 0x1F43B675;

    /// <summary>Returns the damage, or null if there is none or the read limit is reached first.</summary>
    public static string? FindDamage(BoundedFileReader file)
    {
        var (end, isStated) = (file.Length, false);
        for (long at = 0; at < end;)
        {
            if (file.ReadUpTo(at, file.Length - at, 12) is not { } head) return null;
            var (id, idWidth) = Number(head, keepMarker: true);
            var (length, lengthWidth) = Number(head.AsSpan(Math.Min(idWidth, head.Length)), keepMarker: false);
            if (idWidth is 0 or > 4 || lengthWidth == 0)
                return !head.AsSpan().ContainsAnyExcept((byte)0) ? DamageMessages.ZeroFilled : isStated ? DamageMessages.Truncated : null;
            var content = at + idWidth + lengthWidth;
            var isOpen = length == (1L << (7 * lengthWidth)) - 1;
            if (!isOpen && length > end - content) return DamageMessages.Truncated;
            if (id == Segment && !isOpen) (end, isStated) = (content + length, true);

            // The blocks of a cluster are checked one by one, as is everything in an element without a declared length.
            at = isOpen || id is Segment or Cluster ? content : content + length;
            if (isStated && at >= end) return null;
        }

        return null;
    }

    // The leading zeros give the number of further bytes. An ID keeps the marker bit, a length does not.
    private static (long Value, int Width) Number(ReadOnlySpan<byte> bytes, bool keepMarker)
    {
        if (bytes.IsEmpty || bytes[0] == 0) return (0, 0);
        var width = byte.LeadingZeroCount(bytes[0]) + 1;
        if (width > bytes.Length) return (0, 0);
        long value = keepMarker ? bytes[0] : bytes[0] & (0xFF >> width);
        for (var i = 1; i < width; i++) value = value << 8 | bytes[i];
        return (value, width);
    }
}
