
namespace Sovia.Tests.Metadata.Generators;

public sealed class Automatic1111Tests
{
    private const string Text = """
        a lighthouse (at dusk:1.2), <lora:fog:0.8>, steps: many, of stone
        second line
        Negative prompt: blurry, text,
        Negative prompt: is also a phrase, watermark
        Steps: 28, Sampler: DPM++ 2M Karras, CFG scale: 6.5, Seed: 18446744073709551615, Size: 832x1216, Model hash: 1a2b3c, Model: harbour_v2, Lora hashes: "fog: aa11, sea: bb22", Hashes: {"model": "1a2b3c", "lora:fog": "aa11"}, Version: v1.10.1
        """;

    [Fact]
    public void prompt_negative_and_settings_are_told_apart()
    {
        var made = Reading.Read(PngFile.WithText("parameters", Text));
        Assert.Equal("AUTOMATIC1111", made.Generator);
        Assert.Equal("a lighthouse (at dusk:1.2), <lora:fog:0.8>, steps: many, of stone\nsecond line", made.Prompt);
        Assert.Equal("blurry, text,\nNegative prompt: is also a phrase, watermark", made.NegativePrompt);
        Assert.Equal(("harbour_v2", "18446744073709551615", 832, 1216), (made.Model, made.Seed, made.Width, made.Height));
        Assert.Equal(("28", "DPM++ 2M Karras", "6.5"), (made.Settings["Steps"], made.Settings["Sampler"], made.Settings["CFG scale"]));
        Assert.Equal("fog: aa11, sea: bb22", made.Settings["Lora hashes"]);
        Assert.Equal("""{"model": "1a2b3c", "lora:fog": "aa11"}""", made.Settings["Hashes"]);
        Assert.Equal(("fog:0.8", "v1.10.1"), (made.Settings["Loras"], made.Settings["Version"]));
        Assert.DoesNotContain("Seed", made.Settings.Keys);
    }

    [Theory]
    [InlineData("v1.9.3", "AUTOMATIC1111")]
    [InlineData("f2.0.1v1.10.1", "Forge")]
    [InlineData("ComfyUI", "ComfyUI")]
    [InlineData("Fooocus v2.5.5", "Fooocus")]
    public void the_version_identifies_the_generator(string version, string generator) =>
        Assert.Equal(generator,
            Reading.Read(PngFile.WithText("parameters", $"x\nSteps: 1, Seed: 2, Size: 8x8, Version: {version}")).Generator);

    [Fact]
    public void a_text_without_a_negative_prompt_has_none()
    {
        var made = Reading.Read(PngFile.WithText("parameters", "only this\nSteps: 20, Seed: 7, Size: 64x32"));
        Assert.Equal(("only this", null, "7", null), (made.Prompt, made.NegativePrompt, made.Seed, made.Model));
    }

    [Fact]
    public void a_text_without_settings_keeps_its_prompts()
    {
        var made = Reading.Read(PngFile.WithText("parameters", "a gate\nNegative prompt: rust"));
        Assert.Equal(("a gate", "rust"), (made.Prompt, made.NegativePrompt));
        Assert.Empty(made.Settings);
    }

    [Fact]
    public void settings_alone_have_no_prompt() =>
        Assert.Equal((null, "5"), Reading.Read(PngFile.WithText("parameters", "Steps: 4, Seed: 5, Size: 8x8")) is var made
            ? (made.Prompt, made.Seed) : default);

    [Fact]
    public void a_prompt_that_speaks_like_settings_stays_a_prompt()
    {
        var made =
            Reading.Read(PngFile.WithText("parameters",
                "lens: 35mm, light: soft, mood: calm\nSteps: 3 of them, up\nSteps: 9, Seed: 1, Sampler: Euler"));
        Assert.Equal(("lens: 35mm, light: soft, mood: calm\nSteps: 3 of them, up", "9"), (made.Prompt, made.Settings["Steps"]));
    }

    [Fact]
    public void templates_behind_the_settings_are_settings()
    {
        var made =
            Reading.Read(PngFile.WithText("parameters",
                "red door\nSteps: 9, Seed: 1, Sampler: Euler\nTemplate: {red|blue} door\nNegative Template: rust"));
        Assert.Equal(("{red|blue} door", "rust"), (made.Settings["Template"], made.Settings["Negative Template"]));
    }

    [Fact]
    public void a_picture_that_was_only_enlarged_has_settings()
    {
        var made = Reading.Read(PngFile.WithText("postprocessing", "Postprocess upscale by: 4, Postprocess upscaler: R-ESRGAN 4x+"));
        Assert.Equal((null, "4"), (made.Prompt, made.Settings["Postprocess upscale by"]));
    }

    [Fact]
    public void jpeg_and_webp_hold_it_as_a_comment_in_either_byte_order()
    {
        var big = new Exif().Comment("UNICODE\0", System.Text.Encoding.BigEndianUnicode.GetBytes(Text));
        var little = new Exif().Comment("UNICODE\0", System.Text.Encoding.Unicode.GetBytes(Text));
        Assert.All([JpegFile.With(big), JpegFile.With(little), new WebpFile().Exif(big, bigEndian: true).Build()], file =>
            Assert.Equal("harbour_v2", Reading.Read(file).Model));
    }
}
