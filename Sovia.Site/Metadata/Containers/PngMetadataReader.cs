using System.Buffers.Binary;
using System.Text;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Containers;

/// <summary>Reads the chunks of a PNG, including those after the pixels.</summary>
internal static class PngMetadataReader
{
    public static void Read(BoundedFileReader file, EmbeddedTexts texts)
    {
        List<(long At, uint Length)> pixels = [];
        byte[]? header = null;
        for (long offset = 8; file.Read(offset, 8) is { } chunkHeader;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(chunkHeader);
            switch (Encoding.Latin1.GetString(chunkHeader, 4, 4))
            {
                case "IHDR" when length == 13: header = file.Read(offset + 8, 13); break;
                case "IDAT": pixels.Add((offset + 8, length)); break;
                case "tEXt" or "zTXt" or "iTXt" when file.Read(offset + 8,
                    length) is { } chunk:
                    AddText(PngText.Parse(chunkHeader.AsSpan(4), chunk, file), texts); break;
                case "eXIf" when file.Read(offset + 8, length) is { } exif: ExifTags.Read(exif, texts); break;
                case "caBX" when file.ReadUpTo(offset + 8, length,
                    ContentCredentials.MaxBytes) is { } store:
                    texts.Credentials ??= ContentCredentials.Parse(store); break;
                case "IEND": offset = file.Length; break;
            }

            offset += 12L + length;
        }

        if (texts.Texts.Count == 0 && header is not null && StealthPngInfo.Read(file, header, pixels) is { } text) AddHidden(text, texts);
    }

    private static void AddText((string Key, string Text)? textChunk, EmbeddedTexts texts)
    {
        if (textChunk is not { } parsed) return;
        // Midjourney writes XMP in a tEXt chunk, although the specification requires iTXt.
        if (parsed.Key == "XML:com.adobe.xmp") XmpPacket.Read(parsed.Text, texts);
        else texts.Add("png", parsed.Key, parsed.Text);
    }

    private static void AddHidden(string text, EmbeddedTexts texts)
    {
        var json = texts.ParseJson(text);
        foreach (var member in json.EnumerateMembers()) texts.Add("png", member.Name, member.Value.GetText());
        if (texts.Texts.Count == 0) texts.Add("png", "parameters", text);
    }
}
