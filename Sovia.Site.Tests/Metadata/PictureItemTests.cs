
namespace Sovia.Tests.Metadata;

public sealed class PictureItemTests
{
    private const string Text = "a jetty\nNegative prompt: gulls\nSteps: 3, Seed: 4, Size: 8x8";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void exif_and_xmp_of_an_avif_are_read_as_items(int method)
    {
        var exif = Bytes.Concat(Bytes.Big(6), "Exif\0\0"u8.ToArray(), new Exif().Comment(Text).Build());
        var xmp = Bytes.Utf8(Xmp.With("", "Iptc4xmpExt:DigitalSourceType='compositeSynthetic'"));
        var made = Reading.Read(File(method, exif, xmp));
        Assert.Equal(("a jetty", "gulls", "4", true), (made.Prompt, made.NegativePrompt, made.Seed, made.DeclaredAi));
    }

    /// <summary>Items inside the file by their place in it, or inside the meta box by their place in <c>idat</c>.</summary>
    internal static byte[] File(int method, byte[] exif, byte[] xmp)
    {
        var at = method == 1 ? 0 : BoxFile.Avif().Length + Meta(0, method, exif, xmp).Length + 8;
        return BoxFile.Avif(Meta((uint)at, method, exif, xmp), BoxFile.Box("mdat", method == 1 ? [] : exif, method == 1 ? [] : xmp));
    }

    private static byte[] Meta(uint at, int method, byte[] exif, byte[] xmp) => BoxFile.FullBox(
        "meta",
        BoxFile.FullBox("hdlr", new byte[4], "pict"u8.ToArray(), new byte[13]),
        BoxFile.FullBox("iinf", Bytes.Big16(2), Kind(1, "Exif\0"), Kind(2, "mime\0application/rdf+xml\0")),
        BoxFile.Box("iloc", [1, 0, 0, 0, 0x44, 0x00], Bytes.Big16(2), Place(1, method, at, exif),
            Place(2, method, at + (uint)exif.Length, xmp)),
        BoxFile.Box("idat", method == 1 ? exif : [], method == 1 ? xmp : []));

    private static byte[] Kind(int id, string kind) => BoxFile.Box("infe", [2, 0, 0, 0], Bytes.Big16(id), [0, 0], Bytes.Latin1(kind));

    private static byte[] Place(int id, int method, uint at, byte[] item) =>
        Bytes.Concat(Bytes.Big16(id), Bytes.Big16(method), [0, 0], Bytes.Big16(1), Bytes.Big(at), Bytes.Big((uint)item.Length));
}
