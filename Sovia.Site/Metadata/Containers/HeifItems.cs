using System.Buffers.Binary;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Containers;

/// <summary>Reads the EXIF and XMP items of an AVIF or HEIC.</summary>
internal static class HeifItems
{
    public static void Read(BoundedFileReader file, IsoBox kinds, IsoBox places, IsoBox inside, EmbeddedTexts found)
    {
        if (places.ReadContent(file) is not { } table) return;
        var wanted = Kinds(file, kinds);
        foreach (var place in HeifItemLocations.Read(table))
        {
            if (!wanted.TryGetValue(place.Item, out var isExif)) continue;
            var at = place.At + (place.Inside ? inside.Start : 0);
            if (file.Read(at, place.Length) is not { } item) continue;
            if (!isExif) XmpPacket.Read(TextDecoder.Decode(item), found);
            // The first four bytes are the offset from their end to the TIFF header.
            else if (item.Length > 4 && BinaryPrimitives.ReadUInt32BigEndian(item) is var skip && skip < item.Length - 4)
                ExifTags.Read(item.AsSpan(4 + (int)skip), found);
        }
    }

    /// <summary>Returns the IDs of the metadata items: true for EXIF, false for XMP.</summary>
    private static Dictionary<uint, bool> Kinds(BoundedFileReader file, IsoBox kinds)
    {
        var wanted = new Dictionary<uint, bool>();
        var counted = file.Read(kinds.Start, 1) is [0] ? 2 : 4;
        foreach (var entry in IsoBox.ReadBoxes(file, kinds, skip: 4 + counted))
        {
            if (entry.Type != "infe" || entry.ReadContent(file, 256) is not { Length: >= 12 } info || info[0] < 2) continue;
            var wide = info[0] > 2;
            var id = wide ? BinaryPrimitives.ReadUInt32BigEndian(info.AsSpan(4)) : BinaryPrimitives.ReadUInt16BigEndian(info.AsSpan(4));
            var rest = info.AsSpan(wide ? 10 : 8);
            if (rest.StartsWith("Exif"u8)) wanted[id] = true;
            else if (rest.StartsWith("mime"u8) && rest.IndexOf("application/rdf+xml"u8) >= 0) wanted[id] = false;
        }

        return wanted;
    }
}
