using System.Text.Json;
using Sovia.MediaFiles.Embedded.Texts;

namespace Sovia.MediaFiles.Embedded.Generators;

/// <summary>Draw Things: short-named JSON, <c>c</c> the prompt and <c>uc</c> what was not wanted, as XMP's user comment.</summary>
internal sealed class DrawThings : IGenerator
{
    public EmbeddedMetadata? Read(Findings found) =>
        found.Records.Where(record => record.Has("c") && record.Has("model") && record.Has("sampler")).Select(Picture).FirstOrDefault();

    private static EmbeddedMetadata Picture(JsonElement made)
    {
        var (width, height) = Size.Parse(made.At("size").Text());
        return new()
        {
            Generator = "Draw Things",
            Prompt = made.At("c").Text(),
            NegativePrompt = made.At("uc").Text(),
            Model = made.At("model").Text(),
            Seed = made.At("seed").Text(),
            Width = width,
            Height = height,
            Settings = made.Settings("c", "uc", "model", "seed", "size"),
        };
    }
}
