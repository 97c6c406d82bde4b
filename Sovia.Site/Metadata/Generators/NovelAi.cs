using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>
/// Parses NovelAI: the prompt as the description and the rest as JSON in the comment, in chunks, hidden in the alpha channel, or together
/// as one JSON object in EXIF.
/// </summary>
internal sealed class NovelAi : IMetadataFormat
{
    private const string Program = "NovelAI";

    public EmbeddedMetadata? Read(EmbeddedTexts found)
    {
        var record = found.JsonRecords.FirstOrDefault(record => record.FindProperty("Software").GetText() == Program);
        var comment = record.FindProperty("Comment");
        var made = comment.ValueKind == JsonValueKind.Object ? comment
            : found.ParseJson(found.FindChunkOrTag("Comment") ?? comment.GetText() ?? found["exif:UserComment"]);
        // Other programs write a comment with "prompt", but none with both "uc" and "scale".
        if (found["png:Software"] != Program && record.ValueKind != JsonValueKind.Object
            && !(made.HasProperty("uc") && made.HasProperty("scale") && made.HasProperty("sampler") && !made.HasProperty("c"))) return null;
        return new()
        {
            Generator = Program,
            Prompt = found["png:Description"] ?? record.FindProperty("Description").GetText() ?? made.FindProperty("prompt").GetText()
                ?? Caption(made.FindProperty("v4_prompt")),
            NegativePrompt = SafeText.CleanOrNull(made.FindProperty("uc").GetText()) ?? Caption(made.FindProperty("v4_negative_prompt")),
            Model = found["png:Source"] ?? record.FindProperty("Source").GetText(),
            Seed = made.FindProperty("seed").GetText(),
            Width = made.FindProperty("width").GetPixels(),
            Height = made.FindProperty("height").GetPixels(),
            Settings = made.ReadSettings("prompt", "uc", "seed", "width", "height", "signed_hash"),
        };
    }

    private static string? Caption(JsonElement prompt) => prompt.FindProperty("caption").FindProperty("base_caption").GetText();
}
