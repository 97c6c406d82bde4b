using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>
/// Parses Fooocus: one JSON object, as a comment or, in newer versions, as the parameters. Its A1111-style text is parsed as A1111's.
/// </summary>
internal sealed class Fooocus : IMetadataFormat
{
    public EmbeddedMetadata? Read(EmbeddedTexts texts) => texts.JsonRecords.Where(IsFooocus).Select(CreateMetadata).FirstOrDefault();

    // Fooocus's own log uses capitals and spaces for the same names.
    private static bool IsFooocus(JsonElement record) =>
        record.HasProperty("base_model", "Base Model")
        || (record.FindProperty("version", "Version").GetText() ?? "").StartsWith("Fooocus", StringComparison.Ordinal);

    private static EmbeddedMetadata CreateMetadata(JsonElement made)
    {
        var (width, height) = PixelDimensions.Parse(made.FindProperty("resolution", "Resolution").GetText());
        return new()
        {
            Generator = "Fooocus",
            Prompt = made.FindProperty("prompt", "Prompt").GetText(),
            NegativePrompt = made.FindProperty("negative_prompt", "Negative Prompt").GetText(),
            Model = made.FindProperty("base_model", "Base Model").GetText(),
            Seed = made.FindProperty("seed", "Seed").GetText(),
            Width = width ?? made.FindProperty("width").GetPixels(),
            Height = height ?? made.FindProperty("height").GetPixels(),
            Settings = made.ReadSettings("prompt", "Prompt", "negative_prompt", "Negative Prompt", "base_model", "Base Model", "seed",
                "Seed", "resolution", "Resolution"),
        };
    }
}
