using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Containers;

/// <summary>Reads the tags of a WebM or MKV, before or after its clusters, which are skipped.</summary>
internal static class MatroskaTags
{
    private const uint Segment = 0x18538067;
    private const uint Tags = 0x1254C367;
    private const uint Tag = 0x7373;
    private const uint SimpleTag = 0x67C8;
    private const uint TagName = 0x45A3;
    private const uint TagString = 0x4487;

    public static void Read(BoundedFileReader file, EmbeddedTexts texts)
    {
        foreach (var segment in ReadElements(file, 0, file.Length).Where(element => element.Id == Segment))
            foreach (var tags in ReadElements(file, segment.At, segment.End).Where(element => element.Id == Tags))
                foreach (var tag in ReadElements(file, tags.At, tags.End).Where(element => element.Id == Tag))
                    foreach (var simple in ReadElements(file, tag.At, tag.End).Where(element => element.Id == SimpleTag))
                    {
                        var parts = ReadElements(file, simple.At, simple.End).ToLookup(element => element.Id);
                        if (Text(file, parts[TagName]) is { } name) texts.Add("tag", name.ToLowerInvariant(), Text(file, parts[TagString]));
                    }
    }

    private static string? Text(BoundedFileReader file, IEnumerable<(uint Id, long At, long End)> elements) =>
        elements.Select(element => file.Read(element.At, element.End - element.At)).FirstOrDefault() is { } bytes
        ? TextDecoder.Decode(bytes) : null;

    private static IEnumerable<(uint Id, long At, long End)> ReadElements(BoundedFileReader file, long offset, long end)
    {
        // An ID has at most four bytes and a length eight; fewer may remain near the end.
        while (offset < end && file.ReadUpTo(offset, end - offset, 12) is { } header)
        {
            var (id, idWidth) = ReadVarInt(header, keepMarker: true);
            var (length, lengthWidth) = ReadVarInt(header.AsSpan(Math.Min(idWidth, header.Length)), keepMarker: false);
            if (idWidth is 0 or > 4 || lengthWidth == 0) yield break;
            var contentStart = offset + idWidth + lengthWidth;

            // All ones is an unknown length: the element extends to the end of its parent.
            if (length == (1L << (7 * lengthWidth)) - 1) length = end - contentStart;
            if (contentStart > end || length > end - contentStart) yield break;
            yield return ((uint)id, contentStart, contentStart + length);
            offset = contentStart + length;
        }
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
