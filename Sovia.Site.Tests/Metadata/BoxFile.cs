namespace Sovia.Tests.Metadata;

/// <summary>Boxes of an MP4 or AVIF, and the ways tags are kept in them.</summary>
internal static class BoxFile
{
    public static byte[] Mp4(params ReadOnlySpan<byte[]> boxes) =>
        Bytes.Concat([Box("ftyp", Bytes.Latin1("isom\0\0\u0002\0isomiso2")), Box("mdat", new byte[100]), .. boxes]);

    public static byte[] Avif(params ReadOnlySpan<byte[]> boxes) =>
        Bytes.Concat([Box("ftyp", Bytes.Latin1("avif\0\0\0\0avifmif1")), .. boxes]);

    public static byte[] Box(string type, params ReadOnlySpan<byte[]> contents)
    {
        var content = Bytes.Concat(contents);
        return Bytes.Concat(Bytes.Big((uint)content.Length + 8), Bytes.Latin1(type), content);
    }

    public static byte[] FullBox(string type, params ReadOnlySpan<byte[]> contents) => Box(type, [new byte[4], .. contents]);

    /// <summary>Tags as iTunes keeps them: the box's four letters are the tag.</summary>
    public static byte[] ItunesTag(string type, string text) =>
        Box("moov", Box("udta", FullBox("meta", Handler("mdir"), Box("ilst", Box(type, Data(text))))));

    /// <summary>A tag of any name, as iTunes keeps it.</summary>
    public static byte[] FreeTag(string name, string text) => Box("moov", Box("udta", FullBox("meta", Handler("mdir"), Box(
        "ilst", Box("----", FullBox("mean", "com.apple.iTunes"u8.ToArray()), FullBox("name", Bytes.Utf8(name)), Data(text))))));

    /// <summary>Tags as ffmpeg keeps those of any name: a list of keys, and values by number.</summary>
    public static byte[] KeyedTags(params (string Key, string Text)[] tags) => Box("moov", Box("udta", Box(
        "meta",
        Handler("mdta"),
        FullBox("keys", [Bytes.Big((uint)tags.Length), .. tags.Select(tag => Box("mdta", Bytes.Utf8(tag.Key)))]),
        Box("ilst", [.. tags.Select((tag, i) => Box($"\0\0\0{(char)(i + 1)}", Data(tag.Text)))]))));

    public static byte[] QuickTimeTag(string type, string text) =>
        Box("moov", Box("udta", Box(type, Bytes.Big16(text.Length), [0x55, 0xC4], Bytes.Utf8(text))));

    public static byte[] Uuid(string id, byte[] content) =>
        Box("uuid", Convert.FromHexString(id.Replace("-", "", StringComparison.Ordinal)), content);

    private static byte[] Handler(string kind) => FullBox("hdlr", new byte[4], Bytes.Latin1(kind), new byte[13]);

    private static byte[] Data(string text) => Box("data", Bytes.Big(1), Bytes.Big(0), Bytes.Utf8(text));
}
