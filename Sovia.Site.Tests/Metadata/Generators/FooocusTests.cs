
namespace Sovia.Tests.Metadata.Generators;

public sealed class FooocusTests
{
    private const string Text =
        """{"prompt":"a well, mossy","negative_prompt":"people","styles":"['Fooocus V2']","resolution":"(1152, 896)","guidance_scale":4.0,"base_model":"stone_xl","seed":"5566","sampler":"dpmpp_2m","version":"Fooocus v2.5.5"}""";

    [Fact]
    public void each_of_its_places_is_read() => Assert.All(
        [
            PngFile.WithText("Comment", Text), new PngFile().Text("parameters", Text).Text("fooocus_scheme", "fooocus").Pixels().Build(),
            new JpegFile().Jfif().Comment(Text).Build(),
            JpegFile.With(new Exif().Software("Fooocus v2.5.5").Comment("UNICODE\0", System.Text.Encoding.BigEndianUnicode.GetBytes(Text))),
        ],
        file =>
        {
            var made = Reading.Read(file);
            Assert.Equal(("Fooocus", "a well, mossy", "people", "stone_xl", "5566"),
                (made.Generator, made.Prompt, made.NegativePrompt, made.Model, made.Seed));
            Assert.Equal((1152, 896, "dpmpp_2m"), (made.Width, made.Height, made.Settings["sampler"]));
        });
}
