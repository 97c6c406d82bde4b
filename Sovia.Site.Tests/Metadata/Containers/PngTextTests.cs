
namespace Sovia.Tests.Metadata.Containers;

public sealed class PngTextTests
{
    private const string Text = "a quay, café, 海\nSteps: 3, Seed: 4, Size: 8x8";

    [Fact]
    public void each_kind_of_text_chunk_is_read() => Assert.All(
        [
            new PngFile().Text("parameters", Text), new PngFile().PackedText("parameters", Text),
            new PngFile().International("parameters", Text), new PngFile().International("parameters", Text, packed: true),
        ],
        png => Assert.Equal("a quay, café, 海", Reading.Read(png.Pixels().Build()).Prompt));

    [Fact]
    public void text_behind_the_pixels_is_read() =>
    Assert.Equal("a quay, café, 海", Reading.Read(new PngFile().Pixels().Pixels().Text("parameters", Text).Build()).Prompt);

    [Fact]
    public void latin_1_is_read_where_it_is_not_utf_8() =>
    Assert.Equal("a café", Reading.Read(new PngFile().Latin1Text("parameters", "a café\nSteps: 3, Seed: 4, Size: 8x8").Build()).Prompt);

    [Fact]
    public void an_exif_chunk_is_read() =>
    Assert.Equal("a quay, café, 海", Reading.Read(new PngFile().Chunk("eXIf", new Exif().Comment(Text).Build()).Build()).Prompt);

    [Fact]
    public void text_that_unpacks_without_end_is_left()
    {
        var bomb = new PngFile().PackedText("parameters", new string(' ', 40_000_000)).Text("prompt", "x").Text("negative_prompt", "y")
            .Build();
        Assert.DoesNotContain("png:parameters", Reading.Read(bomb).Raw.Keys);
    }

    [Fact]
    public void characters_that_postgresql_rejects_are_removed()
    {
        var made =
            Reading.Read(PngFile.WithText("parameters",
                """{"sui_image_params":{"prompt":"a\u0000b\ud83dc \ud83d\ude00","seed":1,"note":"\udc00x"}}"""));
        Assert.Equal(("abc 😀", "x"), (made.Prompt, made.Settings["note"]));
    }

    [Fact]
    public void a_png_without_texts_has_no_metadata() =>
        Assert.Null(Reading.ReadOrNull(new PngFile().Text("Software", "gimp").Pixels().Build()));
}
