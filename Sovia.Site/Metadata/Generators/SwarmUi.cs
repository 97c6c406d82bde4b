using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>Parses SwarmUI: one JSON object with the parameters under <c>sui_image_params</c>.</summary>
internal sealed class SwarmUi : IMetadataFormat
{
    public EmbeddedMetadata? Read(EmbeddedTexts texts) =>
        texts.JsonRecords.Select(record => record.FindProperty("sui_image_params")).Where(json => json.ValueKind == JsonValueKind.Object)
        .Select(CreateMetadata).FirstOrDefault();

    private static EmbeddedMetadata CreateMetadata(JsonElement parameters) => new()
    {
        Generator = "SwarmUI",
        Prompt = parameters.FindProperty("prompt").GetText(),
        NegativePrompt = parameters.FindProperty("negativeprompt").GetText(),
        Model = parameters.FindProperty("model").GetText(),
        Seed = parameters.FindProperty("seed").GetText(),
        Width = parameters.FindProperty("width").GetPixels(),
        Height = parameters.FindProperty("height").GetPixels(),
        Settings = parameters.ReadSettings("prompt", "negativeprompt", "model", "seed", "width", "height"),
    };
}
