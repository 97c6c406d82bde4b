namespace Sovia.Metadata.Integrity;

/// <summary>
/// A WebM or MKV is whole when its segment and all elements in it are. A stream that was written as it came states no lengths but those
/// of its blocks; there the last block tells.
/// </summary>
internal static class EbmlCheck
{
    private const uint Segment = 0x18538067, Cluster = 0x1F43B675;

    /// <summary>What is wrong, or null; null also where there is more than is worth looking at.</summary>
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

            // The blocks of a cluster are looked at one by one; so is everything in what has no stated end.
            at = isOpen || id is Segment or Cluster ? content : content + length;
            if (isStated && at >= end) return null;
        }

        return null;
    }

    // The zeros before the first one tell how many more bytes there are; an id keeps that one, a length does not.
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
