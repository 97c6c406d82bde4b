
namespace Sovia.Tests.Metadata.Generators;

public sealed class SwarmUiTests
{
    private const string Text =
        """{"sui_image_params":{"prompt":"a \"glass\" tower, {dawn}","negativeprompt":"people, cars","model":"city_v3","seed":123456789012,"steps":20,"cfgscale":7.0,"width":1024,"height":768,"loras":["fog"]},"sui_extra_data":{"date":"2026-01-01"}}""";

    [Fact]
    public void its_parameters_are_read()
    {
        var made = Reading.Read(PngFile.WithText("parameters", Text));
        Assert.Equal(("SwarmUI", "a \"glass\" tower, {dawn}", "people, cars", "city_v3", "123456789012"),
            (made.Generator, made.Prompt, made.NegativePrompt, made.Model, made.Seed));
        Assert.Equal((1024, 768, "20", "7.0", "[\"fog\"]"),
            (made.Width, made.Height, made.Settings["steps"], made.Settings["cfgscale"], made.Settings["loras"]));
    }

    [Fact]
    public void jpeg_holds_them_as_a_comment_or_as_the_camera_s_model() => Assert.All(
        [JpegFile.With(new Exif().Comment("UNICODE\0", System.Text.Encoding.Unicode.GetBytes(Text))),
            new WebpFile().Exif(new Exif().Model(Text)).Build()],
        file => Assert.Equal("city_v3", Reading.Read(file).Model));

    [Fact]
    public void missing_parts_are_null()
    {
        var made = Reading.Read(PngFile.WithText("parameters", """{"sui_image_params":{"prompt":"x","negativeprompt":"","width":-5}}"""));
        Assert.Equal(("x", null, null, null, null), (made.Prompt, made.NegativePrompt, made.Model, made.Seed, made.Width));
    }
}
