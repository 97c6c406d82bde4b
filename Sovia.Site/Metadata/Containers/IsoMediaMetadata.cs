using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Containers;

/// <summary>Reads the metadata boxes of MP4, MOV, AVIF and HEIC, before and after the media. Skips sample tables and media.</summary>
internal static class IsoMediaMetadata
{
    private static readonly byte[] Credentials = Convert.FromHexString("D8FEC3D61B0E483C92975828877EC481");
    private static readonly byte[] Xmp = Convert.FromHexString("BE7ACFCB97A942E89C71999491E3AFAC");

    public static void Read(BoundedFileReader file, EmbeddedTexts found)
    {
        foreach (var isoBox in IsoBox.ReadBoxes(file, 0, file.Length))
            switch (isoBox.Type)
            {
                case "uuid": Extension(file, isoBox, found); break;
                case "meta": Meta(file, isoBox, found); break;
                case "moov": Movie(file, isoBox, found); break;
            }
    }

    private static void Movie(BoundedFileReader file, IsoBox movie, EmbeddedTexts found)
    {
        foreach (var isoBox in IsoBox.ReadBoxes(file, movie))
            if (isoBox.Type == "meta") Meta(file, isoBox, found);
            else if (isoBox.Type == "uuid") Extension(file, isoBox, found);
            else if (isoBox.Type == "udta")
                foreach (var inner in IsoBox.ReadBoxes(file, isoBox))
                    if (inner.Type == "meta") Meta(file, inner, found);
                    else if (inner.Type == "XMP_" && inner.ReadContent(file) is { } packet)
                        XmpPacket.Read(TextDecoder.Decode(packet), found);
                    else if (inner.Type[0] == '\u00A9' && inner.ReadContent(file) is { Length: > 4 } text)
                        found.Add("tag", Mp4TagList.GetFriendlyName(inner.Type), TextDecoder.Decode(text.AsSpan(4)));
    }

    // A full box starts with four bytes of version and flags, except in QuickTime, where the handler follows at once.
    private static void Meta(BoundedFileReader file, IsoBox meta, EmbeddedTexts found)
    {
        var skip = file.Read(meta.Start, 8) is [_, _, _, _, (byte)'h', (byte)'d', (byte)'l', (byte)'r'] ? 0 : 4;
        var inner = IsoBox.ReadBoxes(file, meta, skip).ToLookup(isoBox => isoBox.Type);
        foreach (var list in inner["ilst"]) Mp4TagList.Read(file, list, inner["keys"].FirstOrDefault(), found);
        if (inner["iloc"].FirstOrDefault() is { Length: > 0 } places && inner["iinf"].FirstOrDefault() is { Length: > 0 } kinds)
            HeifItems.Read(file, kinds, places, inner["idat"].FirstOrDefault(), found);
    }

    private static void Extension(BoundedFileReader file, IsoBox isoBox, EmbeddedTexts found)
    {
        if (file.Read(isoBox.Start, 16) is not { } id) return;
        var content = isoBox with { Start = isoBox.Start + 16 };
        if (id.AsSpan().SequenceEqual(Xmp) && content.ReadContent(file) is { } packet) XmpPacket.Read(TextDecoder.Decode(packet), found);
        else if (id.AsSpan().SequenceEqual(Credentials) && content.ReadContent(file, ContentCredentials.MaxBytes) is { } store)
            found.Credentials ??= ContentCredentials.Parse(store);
    }
}
