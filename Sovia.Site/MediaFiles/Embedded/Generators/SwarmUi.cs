using System.Text.Json;
using Sovia.MediaFiles.Embedded.Texts;

namespace Sovia.MediaFiles.Embedded.Generators;

/// <summary>SwarmUI: one JSON object, the parameters under <c>sui_image_params</c>.</summary>
internal sealed class SwarmUi : IGenerator
{
    public EmbeddedMetadata? Read(Findings found) =>
        found.Records.Select(record => record.At("sui_image_params")).Where(made => made.ValueKind == JsonValueKind.Object).Select(Picture).FirstOrDefault();

    private static EmbeddedMetadata Picture(JsonElement made) => new()
    {
        Generator = "SwarmUI",
        Prompt = made.At("prompt").Text(),
        NegativePrompt = made.At("negativeprompt").Text(),
        Model = made.At("model").Text(),
        Seed = made.At("seed").Text(),
        Width = made.At("width").Pixels(),
        Height = made.At("height").Pixels(),
        Settings = made.Settings("prompt", "negativeprompt", "model", "seed", "width", "height"),
    };
}
