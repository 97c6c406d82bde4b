using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Containers;

/// <summary>Reads the metadata boxes of MP4, MOV, AVIF and HEIC, before and after the media. Skips sample tables and media.</summary>
internal static class IsoMediaMetadataReader
{
    private static readonly byte[] CredentialsId = Convert.FromHexString("D8FEC3D61B0E483C92975828877EC481");
    private static readonly byte[] XmpId = Convert.FromHexString("BE7ACFCB97A942E89C71999491E3AFAC");

    public static void Read(BoundedFileReader file, EmbeddedTexts texts)
    {
        foreach (var isoBox in IsoBox.ReadBoxes(file, 0, file.Length))
            switch (isoBox.Type)
            {
                case "uuid": ReadUuidBox(file, isoBox, texts); break;
                case "meta": ReadMeta(file, isoBox, texts); break;
                case "moov": ReadMovie(file, isoBox, texts); break;
            }
    }

    private static void ReadMovie(BoundedFileReader file, IsoBox movie, EmbeddedTexts texts)
    {
        foreach (var isoBox in IsoBox.ReadBoxes(file, movie))
            if (isoBox.Type == "meta") ReadMeta(file, isoBox, texts);
            else if (isoBox.Type == "uuid") ReadUuidBox(file, isoBox, texts);
            else if (isoBox.Type == "udta")
                foreach (var child in IsoBox.ReadBoxes(file, isoBox))
                    if (child.Type == "meta") ReadMeta(file, child, texts);
                    else if (child.Type == "XMP_" && child.ReadContent(file) is { } packet)
                        XmpPacket.Read(TextDecoder.Decode(packet), texts);
                    else if (child.Type[0] == '\u00A9' && child.ReadContent(file) is { Length: > 4 } text)
                        texts.Add("tag", Mp4TagList.GetFriendlyName(child.Type), TextDecoder.Decode(text.AsSpan(4)));
    }

    // A full box starts with four bytes of version and flags, except in QuickTime, where the handler follows at once.
    private static void ReadMeta(BoundedFileReader file, IsoBox meta, EmbeddedTexts texts)
    {
        var skip = file.Read(meta.Start, 8) is [_, _, _, _, (byte)'h', (byte)'d', (byte)'l', (byte)'r'] ? 0 : 4;
        var boxes = IsoBox.ReadBoxes(file, meta, skip).ToLookup(isoBox => isoBox.Type);
        foreach (var list in boxes["ilst"]) Mp4TagList.Read(file, list, boxes["keys"].FirstOrDefault(), texts);
        if (boxes["iloc"].FirstOrDefault() is { Length: > 0 } locations && boxes["iinf"].FirstOrDefault() is { Length: > 0 } itemInfos)
            HeifItems.Read(file, itemInfos, locations, boxes["idat"].FirstOrDefault(), texts);
    }

    private static void ReadUuidBox(BoundedFileReader file, IsoBox isoBox, EmbeddedTexts texts)
    {
        if (file.Read(isoBox.Start, 16) is not { } id) return;
        var content = isoBox with { Start = isoBox.Start + 16 };
        if (id.AsSpan().SequenceEqual(XmpId) && content.ReadContent(file) is { } packet) XmpPacket.Read(TextDecoder.Decode(packet), texts);
        else if (id.AsSpan().SequenceEqual(CredentialsId) && content.ReadContent(file, ContentCredentials.MaxBytes) is { } store)
            texts.Credentials ??= ContentCredentials.Parse(store);
    }
}
