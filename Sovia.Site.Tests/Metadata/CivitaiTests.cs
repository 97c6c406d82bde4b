
namespace Sovia.Tests.Metadata;

public sealed class CivitaiTests
{
    private const string Resources =
        """[{"type":"lora","weight":0.6,"modelVersionId":11,"modelName":"Ink, and \"wash\"","modelVersionName":"v1"},{"type":"checkpoint","modelVersionId":22,"modelName":"Dune: Painter","modelVersionName":"XL, 2"}]""";

    [Fact]
    public void its_resources_are_kept_whole_and_name_the_model()
    {
        var text =
            $"dunes\nNegative prompt: footprints\nSteps: 30, Sampler: Euler a, Seed: 99, Size: 1024x1024, Created Date: 2026-01-02T03:04:05.678Z, Civitai resources: {Resources}, Civitai metadata: {{}}";
        var made = Reading.Read(JpegFile.With(new Exif().Comment("UNICODE\0", System.Text.Encoding.BigEndianUnicode.GetBytes(text))));
        Assert.Equal(("Civitai", "dunes", "footprints", "99"), (made.Generator, made.Prompt, made.NegativePrompt, made.Seed));
        Assert.Equal(("Dune: Painter XL, 2", 1024), (made.Model, made.Width));
        Assert.Equal((Resources, "{}"), (made.Settings["Civitai resources"], made.Settings["Civitai metadata"]));
        Assert.Equal("2026-01-02T03:04:05.678Z", made.Settings["Created Date"]);
    }

    [Fact]
    public void brackets_that_never_close_do_not_swallow_the_rest()
    {
        var made =
            Reading.Read(PngFile.WithText("parameters",
                "x\nSteps: 3, Model: odd[name, Seed: 4, Size: 8x8, Note: a b} 6\" nail, Clip skip: 2, Hashes: {\"a\": \"b, Seed: 9\"}"));
        Assert.Equal(("odd[name", "4", 8), (made.Model, made.Seed, made.Width));
        Assert.Equal(("a b} 6\" nail", "2"), (made.Settings["Note"], made.Settings["Clip skip"]));
        Assert.Equal("{\"a\": \"b, Seed: 9\"}", made.Settings["Hashes"]);
    }
}
