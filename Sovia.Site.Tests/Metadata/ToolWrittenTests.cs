namespace Sovia.Tests.Metadata;

public sealed class ToolWrittenTests
{
    private const string Prompt = "A lantern on a wet street, \"late\"";

    [Fact]
    public void a_prompt_a_script_wrote_down_is_read_wherever_it_stands() => Assert.All(
        [
            JpegFile.With(new Exif().Description(Prompt)), JpegFile.With(new Exif().Comment(Prompt)),
            JpegFile.With(new Exif().Comment("\0\0\0\0\0\0\0\0", Bytes.Utf8(Prompt))),
            PngFile.WithText("Description", Prompt), new PngFile().International("Parameters", Prompt).Build(),
            BoxFile.Mp4(BoxFile.ItunesTag("©cmt", Prompt)),
        ],
        file => Assert.Equal(("unknown", Prompt), Reading.Read(file) is var made ? (made.Generator, made.Prompt) : default));

    [Theory]
    [InlineData("lantern\nDate: 2025-09-02T10:00:00.000Z , Model:Grok", "lantern")]
    [InlineData("A lantern.\nDate: none\nDate: 2025-09-02 10:00, Model: Grok\n", "A lantern.\nDate: none")]
    public void text_added_by_an_archiver_is_not_part_of_the_prompt(string text, string prompt)
    {
        var made = Reading.Read(new PngFile().International("Parameters", text).Build());
        Assert.Equal(("Grok", prompt), (made.Generator, made.Prompt));
    }

    [Theory]
    [InlineData("OLYMPUS DIGITAL CAMERA")]
    [InlineData("Screenshot")]
    [InlineData("<html> is not a prompt")]
    public void not_every_description_is_a_prompt(string text) =>
        Assert.Null(Reading.ReadOrNull(JpegFile.With(new Exif().Description(text))));

    [Fact]
    public void the_description_of_a_camera_is_not_a_prompt() =>
    Assert.Null(Reading.ReadOrNull(JpegFile.With(new Exif().Make("Kamera AG").Description("Our week at the lake"))));
}
