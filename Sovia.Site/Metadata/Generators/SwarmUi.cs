using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>Parses SwarmUI: one JSON object with the parameters under <c>sui_image_params</c>.</summary>
internal sealed class SwarmUi : IMetadataFormat
{
    public EmbeddedMetadata? Read(EmbeddedTexts found) =>
        found.JsonRecords.Select(record => record.FindProperty("sui_image_params")).Where(made => made.ValueKind == JsonValueKind.Object)
        .Select(Picture).FirstOrDefault();

    private static EmbeddedMetadata Picture(JsonElement made) => new()
    {
        Generator = "SwarmUI",
        Prompt = made.FindProperty("prompt").GetText(),
        NegativePrompt = made.FindProperty("negativeprompt").GetText(),
        Model = made.FindProperty("model").GetText(),
        Seed = made.FindProperty("seed").GetText(),
        Width = made.FindProperty("width").GetPixels(),
        Height = made.FindProperty("height").GetPixels(),
        Settings = made.ReadSettings("prompt", "negativeprompt", "model", "seed", "width", "height"),
    };
}
