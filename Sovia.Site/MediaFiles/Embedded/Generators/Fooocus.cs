using System.Text.Json;
using Sovia.MediaFiles.Embedded.Texts;

namespace Sovia.MediaFiles.Embedded.Generators;

/// <summary>Fooocus: one JSON object, as a comment or, in newer versions, as the parameters. What it writes in A1111's fashion is read there.</summary>
internal sealed class Fooocus : IGenerator
{
    public EmbeddedMetadata? Read(Findings found) => found.Records.Where(IsOwn).Select(Picture).FirstOrDefault();

    // Its own log spells the same with capitals and spaces.
    private static bool IsOwn(JsonElement record) =>
        record.Has("base_model", "Base Model") || (record.At("version", "Version").Text() ?? "").StartsWith("Fooocus", StringComparison.Ordinal);

    private static EmbeddedMetadata Picture(JsonElement made)
    {
        var (width, height) = Size.Parse(made.At("resolution", "Resolution").Text());
        return new()
        {
            Generator = "Fooocus",
            Prompt = made.At("prompt", "Prompt").Text(),
            NegativePrompt = made.At("negative_prompt", "Negative Prompt").Text(),
            Model = made.At("base_model", "Base Model").Text(),
            Seed = made.At("seed", "Seed").Text(),
            Width = width ?? made.At("width").Pixels(),
            Height = height ?? made.At("height").Pixels(),
            Settings = made.Settings("prompt", "Prompt", "negative_prompt", "Negative Prompt", "base_model", "Base Model", "seed", "Seed", "resolution", "Resolution"),
        };
    }
}
