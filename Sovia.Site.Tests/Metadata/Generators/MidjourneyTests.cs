
namespace Sovia.Tests.Metadata.Generators;

public sealed class MidjourneyTests
{
    private const string Job = "11111111-2222-4333-8444-555555555555";

    [Fact]
    public void its_description_and_xmp_are_read()
    {
        var made = Reading.Read(new PngFile()
            .Text("Description", $"a café, well--lit, Job ID: none --ar 2:3 --no people, cars --seed 12 --raw --v 6.1 Job ID: {Job}")
            .Text("Author", "painter").Text("Creation Time", "Thu, 01 Jan 2026 00:00:00 GMT")
            .Text("XML:com.adobe.xmp",
                Xmp.With("",
                    $"Iptc4xmpExt:DigImageGUID='{Job}' Iptc4xmpExt:DigitalSourceType='http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia'"))
            .Pixels().Build());
        Assert.Equal(("Midjourney", "a café, well--lit, Job ID: none", "people, cars", "6.1", "12"),
            (made.Generator, made.Prompt, made.NegativePrompt, made.Model, made.Seed));
        Assert.Equal((Job, "2:3", "painter"), (made.Settings["Job ID"], made.Settings["ar"], made.Settings["Author"]));
        Assert.Equal((true, Job), (made.DeclaredAi, made.Raw["xmp:DigImageGUID"]));
        Assert.Null(made.PostId);
    }

    [Fact]
    public void a_prompt_without_options_is_whole()
    {
        var made = Reading.Read(PngFile.WithText("Description", $"a pier Job ID: {Job}"));
        Assert.Equal(("a pier", null, null), (made.Prompt, made.Model, made.NegativePrompt));
    }
}
