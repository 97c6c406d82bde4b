
namespace Sovia.Tests.Metadata.Generators;

public sealed class NovelAiTests
{
    private const string Comment =
        """{"prompt":"a girl, {umbrella}, rain","steps":28,"height":1216,"width":832,"scale":5.0,"seed":3141592653,"sampler":"k_euler","uc":"lowres, [bad]","signed_hash":"AAAA"}""";

    [Fact]
    public void its_chunks_are_read()
    {
        var made = Reading.Read(new PngFile().Text("Title", "AI generated image").Text("Description", "a girl, {umbrella}, rain")
            .Text("Software", "NovelAI").Text("Source", "NovelAI Diffusion V4 37442FCA").Text("Comment", Comment).Pixels().Build());
        Expect(made);
        Assert.Equal("NovelAI Diffusion V4 37442FCA", made.Model);
        Assert.DoesNotContain("signed_hash", made.Settings.Keys);
    }

    [Fact]
    public void its_comment_alone_is_enough() => Expect(Reading.Read(PngFile.WithText("Comment", Comment)));

    [Theory]
    [InlineData(16, 800)]
    [InlineData(700, 9)]
    public void metadata_hidden_in_the_alpha_channel_is_read(int width, int height)
    {
        var hidden =
            $$"""{"Description":"a girl, {umbrella}, rain","Software":"NovelAI","Source":"V3","Comment":{{System.Text.Json.JsonSerializer.Serialize(Comment)}}}""";
        Expect(Reading.Read(StealthPng.With("stealth_pngcomp", Bytes.Gzip(Bytes.Utf8(hidden)), width, height)));
    }

    [Fact]
    public void its_record_in_exif_is_read()
    {
        var record =
            $$"""{"Description":"a girl, {umbrella}, rain","Software":"NovelAI","Source":"V4","Comment":{{System.Text.Json.JsonSerializer.Serialize(Comment)}}}""";
        Assert.All(
            [
                new WebpFile().Exif(new Exif().Comment("UNICODE\0", System.Text.Encoding.BigEndianUnicode.GetBytes(record))).Build(),
                JpegFile.With(new Exif().Comment(record)),
            ],
            file => Expect(Reading.Read(file)));
    }

    [Fact]
    public void an_empty_negative_prompt_gives_way_to_the_newer_one() => Assert.Equal("lowres", Reading.Read(new PngFile()
        .Text("Software", "NovelAI")
        .Text("Comment", """{"uc":"","v4_negative_prompt":{"caption":{"base_caption":"lowres"}}}""").Pixels().Build()).NegativePrompt);

    [Fact]
    public void another_s_text_hidden_in_the_alpha_is_read() =>
        Assert.Equal("a moth",
            Reading.Read(StealthPng.With("stealth_pnginfo", Bytes.Utf8("a moth\nSteps: 3, Seed: 4, Size: 8x8"), 8, 200)).Prompt);

    [Fact]
    public void alpha_that_hides_nothing_is_no_metadata() =>
    Assert.Null(Reading.ReadOrNull(StealthPng.With("nothing_hidden_", [1, 2, 3], 16, 300)));

    private static void Expect(Sovia.Metadata.EmbeddedMetadata made)
    {
        Assert.Equal(("NovelAI", "a girl, {umbrella}, rain", "lowres, [bad]", "3141592653"),
            (made.Generator, made.Prompt, made.NegativePrompt, made.Seed));
        Assert.Equal((832, 1216, "28", "5.0"), (made.Width, made.Height, made.Settings["steps"], made.Settings["scale"]));
    }
}
