namespace Sovia.Tests.Metadata.Generators;

/// <summary>The text of Stable Diffusion web UIs in the places where converters and other tools put it.</summary>
public sealed class PlacesOfInfoTextTests
{
    private const string Text = "a lone lighthouse\nNegative prompt: blurry\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 4242, Size: 64x48";

    public static TheoryData<string> Places => [.. Files.Keys];

    private static readonly Dictionary<string, byte[]> Files = new()
    {
        ["png description"] = PngFile.WithText("Description", Text),
        ["mp4 comment"] = BoxFile.Mp4(BoxFile.ItunesTag("\u00A9cmt", Text)),
        ["mp4 description"] = BoxFile.Mp4(BoxFile.ItunesTag("desc", Text)),
        ["mp4 long description"] = BoxFile.Mp4(BoxFile.ItunesTag("ldes", Text)),
        ["mp4 named description"] = BoxFile.Mp4(BoxFile.KeyedTags(("description", Text))),
        ["mov description"] = BoxFile.Mp4(BoxFile.QuickTimeTag("\u00A9des", Text)),
        ["matroska description"] = MatroskaFile.With(true, ("DESCRIPTION", Text)),
        ["matroska comment"] = MatroskaFile.With(true, ("COMMENT", Text)),
        ["exif description"] = JpegFile.With(new Exif().Description(Text)),
        ["exif xp comment"] = JpegFile.With(new Exif().XpComment(Text)),
        ["jpeg comment"] = new JpegFile().Comment(Text).Build(),
        ["xmp user comment"] = Packet("exif:UserComment"),
        ["xmp description"] = Packet("dc:description"),
        ["webp xmp description"] = new WebpFile().Xmp(List("dc:description")).Build(),
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void its_parts_are_told_apart_wherever_it_stands(string place)
    {
        var made = Reading.Read(Files[place]);
        Assert.Equal(("a lone lighthouse", "blurry", "4242", "20"),
            (made.Prompt, made.NegativePrompt, made.Seed, made.Settings.GetValueOrDefault("Steps")));
    }

    private static byte[] Packet(string property) => new JpegFile().Xmp(List(property)).Build();

    private static string List(string property) =>
        Xmp.With($"<{property}><rdf:Alt><rdf:li xml:lang='x-default'>{Text}</rdf:li></rdf:Alt></{property}>");
}
