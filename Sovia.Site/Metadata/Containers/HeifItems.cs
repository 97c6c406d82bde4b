using System.Buffers.Binary;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Containers;

/// <summary>Reads the EXIF and XMP items of an AVIF or HEIC.</summary>
internal static class HeifItems
{
    public static void Read(BoundedFileReader file, IsoBox kinds, IsoBox places, IsoBox inside, EmbeddedTexts texts)
    {
        if (places.ReadContent(file) is not { } table) return;
        var isExifById = ReadMetadataItems(file, kinds);
        foreach (var location in HeifItemLocations.Read(table))
        {
            if (!isExifById.TryGetValue(location.Item, out var isExif)) continue;
            var offset = location.At + (location.Inside ? inside.Start : 0);
            if (file.Read(offset, location.Length) is not { } item) continue;
            if (!isExif) XmpPacket.Read(TextDecoder.Decode(item), texts);
            // The first four bytes are the offset from their end to the TIFF header.
            else if (item.Length > 4 && BinaryPrimitives.ReadUInt32BigEndian(item) is var skip && skip < item.Length - 4)
                ExifTags.Read(item.AsSpan(4 + (int)skip), texts);
        }
    }

    /// <summary>Returns the IDs of the metadata items: true for EXIF, false for XMP.</summary>
    private static Dictionary<uint, bool> ReadMetadataItems(BoundedFileReader file, IsoBox itemInfos)
    {
        var isExifById = new Dictionary<uint, bool>();
        var countWidth = file.Read(itemInfos.Start, 1) is [0] ? 2 : 4;
        foreach (var entry in IsoBox.ReadBoxes(file, itemInfos, skip: 4 + countWidth))
        {
            if (entry.Type != "infe" || entry.ReadContent(file, 256) is not { Length: >= 12 } info || info[0] < 2) continue;
            var isLong = info[0] > 2;
            var id = isLong ? BinaryPrimitives.ReadUInt32BigEndian(info.AsSpan(4)) : BinaryPrimitives.ReadUInt16BigEndian(info.AsSpan(4));
            var typeInfo = info.AsSpan(isLong ? 10 : 8);
            if (typeInfo.StartsWith("Exif"u8)) isExifById[id] = true;
            else if (typeInfo.StartsWith("mime"u8) && typeInfo.IndexOf("application/rdf+xml"u8) >= 0) isExifById[id] = false;
        }

        return isExifById;
    }
}
