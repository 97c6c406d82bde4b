using System.Buffers.Binary;
using System.Text;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Containers;

/// <summary>Reads the chunks of a PNG, including those after the pixels.</summary>
internal static class PngChunks
{
    public static void Read(BoundedFileReader file, EmbeddedTexts found)
    {
        List<(long At, uint Length)> pixels = [];
        byte[]? header = null;
        for (long at = 8; file.Read(at, 8) is { } head;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            switch (Encoding.Latin1.GetString(head, 4, 4))
            {
                case "IHDR" when length == 13: header = file.Read(at + 8, 13); break;
                case "IDAT": pixels.Add((at + 8, length)); break;
                case "tEXt" or "zTXt" or "iTXt" when file.Read(at + 8,
                    length) is { } chunk:
                    Keep(PngText.Parse(head.AsSpan(4), chunk, file), found); break;
                case "eXIf" when file.Read(at + 8, length) is { } exif: ExifTags.Read(exif, found); break;
                case "caBX" when file.ReadUpTo(at + 8, length,
                    ContentCredentials.MaxBytes) is { } store:
                    found.Credentials ??= ContentCredentials.Parse(store); break;
                case "IEND": at = file.Length; break;
            }

            at += 12L + length;
        }

        if (found.Texts.Count == 0 && header is not null && StealthPngInfo.Read(file, header, pixels) is { } hidden) Unfold(hidden, found);
    }

    private static void Keep((string Key, string Text)? text, EmbeddedTexts found)
    {
        if (text is not { } read) return;
        // Midjourney writes XMP in a tEXt chunk, although the specification requires iTXt.
        if (read.Key == "XML:com.adobe.xmp") XmpPacket.Read(read.Text, found);
        else found.Add("png", read.Key, read.Text);
    }

    private static void Unfold(string hidden, EmbeddedTexts found)
    {
        var json = found.ParseJson(hidden);
        foreach (var member in json.EnumerateMembers()) found.Add("png", member.Name, member.Value.GetText());
        if (found.Texts.Count == 0) found.Add("png", "parameters", hidden);
    }
}
