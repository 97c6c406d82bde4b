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

    public EmbeddedMetadata? Read(EmbeddedTexts texts)
    {
        var record = texts.JsonRecords.FirstOrDefault(record => record.FindProperty("Software").GetText() == Program);
        var comment = record.FindProperty("Comment");
        var json = comment.ValueKind == JsonValueKind.Object ? comment
            : texts.ParseJson(texts.FindChunkOrTag("Comment") ?? comment.GetText() ?? texts["exif:UserComment"]);
        // Other programs write a comment with "prompt", but none with both "uc" and "scale".
        if (texts["png:Software"] != Program && record.ValueKind != JsonValueKind.Object
            && !(json.HasProperty("uc") && json.HasProperty("scale") && json.HasProperty("sampler") && !json.HasProperty("c"))) return null;
        return new()
        {
            Generator = Program,
            Prompt = texts["png:Description"] ?? record.FindProperty("Description").GetText() ?? json.FindProperty("prompt").GetText()
                ?? GetCaption(json.FindProperty("v4_prompt")),
            NegativePrompt = SafeText.CleanOrNull(json.FindProperty("uc").GetText()) ?? GetCaption(json.FindProperty("v4_negative_prompt")),
            Model = texts["png:Source"] ?? record.FindProperty("Source").GetText(),
            Seed = json.FindProperty("seed").GetText(),
            Width = json.FindProperty("width").GetPixels(),
            Height = json.FindProperty("height").GetPixels(),
            Settings = json.ReadSettings("prompt", "uc", "seed", "width", "height", "signed_hash"),
        };
    }

    private static string? GetCaption(JsonElement prompt) => prompt.FindProperty("caption").FindProperty("base_caption").GetText();
}
