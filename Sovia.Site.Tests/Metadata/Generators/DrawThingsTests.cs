
namespace Sovia.Tests.Metadata.Generators;

public sealed class DrawThingsTests
{
    [Fact]
    public void its_short_names_are_read()
    {
        const string Note =
            """{"c":"a &amp; b, kites","uc":"strings","model":"air_v1.ckpt","sampler":"Euler A","seed":31,"scale":7.5,"steps":30,"size":"768x512"}""";
        var made =
            Reading.Read(new PngFile().International("XML:com.adobe.xmp",
                Xmp.With($"<exif:UserComment><rdf:Alt><rdf:li xml:lang='x-default'>{Note}</rdf:li></rdf:Alt></exif:UserComment>")).Pixels()
                .Build());
        Assert.Equal(("Draw Things", "a & b, kites", "strings", "air_v1.ckpt", "31"),
            (made.Generator, made.Prompt, made.NegativePrompt, made.Model, made.Seed));
        Assert.Equal((768, 512, "Euler A", "30"), (made.Width, made.Height, made.Settings["sampler"], made.Settings["steps"]));
    }
}
