using Sovia.MediaFiles.Embedded.Texts;

namespace Sovia.MediaFiles.Embedded.Containers;

/// <summary>The boxes of MP4, MOV, AVIF and HEIC that hold metadata, before and after the media. Sample tables and media are stepped over.</summary>
internal static class IsoBoxes
{
    private static readonly byte[] Credentials = Convert.FromHexString("D8FEC3D61B0E483C92975828877EC481");
    private static readonly byte[] Xmp = Convert.FromHexString("BE7ACFCB97A942E89C71999491E3AFAC");

    public static void Read(BoundedFile file, Findings found)
    {
        foreach (var box in Box.In(file, 0, file.Length))
            switch (box.Type)
            {
                case "uuid": Extension(file, box, found); break;
                case "meta": Meta(file, box, found); break;
                case "moov": Movie(file, box, found); break;
            }
    }

    private static void Movie(BoundedFile file, Box movie, Findings found)
    {
        foreach (var box in Box.In(file, movie))
            if (box.Type == "meta") Meta(file, box, found);
            else if (box.Type == "uuid") Extension(file, box, found);
            else if (box.Type == "udta")
                foreach (var inner in Box.In(file, box))
                    if (inner.Type == "meta") Meta(file, inner, found);
                    else if (inner.Type == "XMP_" && inner.Content(file) is { } packet) XmpPacket.Read(TextBytes.Decode(packet), found);
                    else if (inner.Type[0] == '\u00A9' && inner.Content(file) is { Length: > 4 } text) found.Add("tag", TagList.Name(inner.Type), TextBytes.Decode(text.AsSpan(4)));
    }

    // A full box with four bytes of version and flags, except in QuickTime, where the handler follows at once.
    private static void Meta(BoundedFile file, Box meta, Findings found)
    {
        var skip = file.Read(meta.At, 8) is [_, _, _, _, (byte)'h', (byte)'d', (byte)'l', (byte)'r'] ? 0 : 4;
        var inner = Box.In(file, meta, skip).ToLookup(box => box.Type);
        foreach (var list in inner["ilst"]) TagList.Read(file, list, inner["keys"].FirstOrDefault(), found);
        if (inner["iloc"].FirstOrDefault() is { Length: > 0 } places && inner["iinf"].FirstOrDefault() is { Length: > 0 } kinds)
            PictureItems.Read(file, kinds, places, inner["idat"].FirstOrDefault(), found);
    }

    private static void Extension(BoundedFile file, Box box, Findings found)
    {
        if (file.Read(box.At, 16) is not { } id) return;
        var content = box with { At = box.At + 16 };
        if (id.AsSpan().SequenceEqual(Xmp) && content.Content(file) is { } packet) XmpPacket.Read(TextBytes.Decode(packet), found);
        else if (id.AsSpan().SequenceEqual(Credentials) && content.Content(file, ContentCredentials.Most) is { } store) found.Credentials ??= ContentCredentials.Find(store);
    }
}
