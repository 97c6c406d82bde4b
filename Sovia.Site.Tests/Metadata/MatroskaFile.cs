namespace Sovia.Tests.Metadata;

/// <summary>A WebM with its tags behind a cluster.</summary>
internal static class MatroskaFile
{
    private static readonly byte[] Unknown = [0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];

    public static byte[] With(bool knownLength, params (string Name, string Text)[] tags)
    {
        var simple = tags.Select(tag => Element("67C8", Element("45A3", Bytes.Utf8(tag.Name)), Element("447A", "und"u8.ToArray()),
            Element("4487", Bytes.Utf8(tag.Text))));
        var content = Bytes.Concat(Element("1F43B675", new byte[300]),
            Element("1254C367", Element("7373", [Element("63C0", []), .. simple])));
        return Bytes.Concat(
            Element("1A45DFA3", Element("4282", "webm"u8.ToArray())),
            knownLength ? Element("18538067", content) : Bytes.Concat(Convert.FromHexString("18538067"), Unknown, content));
    }

    private static byte[] Element(string id, params ReadOnlySpan<byte[]> contents)
    {
        var content = Bytes.Concat(contents);
        byte[] length = content.Length < 0x7F ? [(byte)(0x80 | content.Length)] : [0x10, .. Bytes.Big((uint)content.Length)[1..]];
        return Bytes.Concat(Convert.FromHexString(id), length, content);
    }
}
