
namespace Sovia.Tests.Metadata.Generators;

public sealed class EasyDiffusionTests
{
    [Theory]
    [InlineData("prompt", "negative_prompt", "use_stable_diffusion_model", "num_inference_steps")]
    [InlineData("Prompt", "Negative Prompt", "Stable Diffusion model", "Steps")]
    public void its_chunks_are_read_by_either_name(string prompt, string negative, string model, string steps)
    {
        var made = Reading.Read(new PngFile().Text(prompt, "a fern, unfolding").Text(negative, "pots").Text(model, "leaf_v1")
            .Text("seed", "77").Text("width", "512").Text("height", "640").Text(steps, "25").Pixels().Build());
        Assert.Equal(("Easy Diffusion", "a fern, unfolding", "pots", "leaf_v1", "77"),
            (made.Generator, made.Prompt, made.NegativePrompt, made.Model, made.Seed));
        Assert.Equal((512, 640, "25"), (made.Width, made.Height, made.Settings["num_inference_steps"]));
    }

    [Fact]
    public void a_jpeg_holds_json()
    {
        var made =
            Reading.Read(
                JpegFile.With(new Exif()
                    .Comment(
                        """{"prompt":"a fern","negative_prompt":"","seed":5,"use_stable_diffusion_model":"leaf_v1","num_inference_steps":30,"width":512,"height":512}""")));
        Assert.Equal(("Easy Diffusion", "a fern", null, "5", "30"),
            (made.Generator, made.Prompt, made.NegativePrompt, made.Seed, made.Settings["num_inference_steps"]));
    }
}
