using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>
/// Parses NovelAI: the prompt as the description and the rest as JSON in the comment, in chunks or hidden in the alpha channel.
/// </summary>
internal sealed class NovelAi : IMetadataFormat
{
    public EmbeddedMetadata? Read(EmbeddedTexts found)
    {
        var made = found.ParseJson(found.FindChunkOrTag("Comment") ?? found["exif:UserComment"]);
        // Other programs write a comment with "prompt", but none with both "uc" and "scale".
        if (found["png:Software"] != "NovelAI" && !(made.HasProperty("uc") && made.HasProperty("scale") && made.HasProperty("sampler")
            && !made.HasProperty("c"))) return null;
        return new()
        {
            Generator = "NovelAI",
            Prompt = found["png:Description"] ?? made.FindProperty("prompt").GetText() ?? Caption(made.FindProperty("v4_prompt")),
            NegativePrompt = made.FindProperty("uc").GetText() ?? Caption(made.FindProperty("v4_negative_prompt")),
            Model = found["png:Source"],
            Seed = made.FindProperty("seed").GetText(),
            Width = made.FindProperty("width").GetPixels(),
            Height = made.FindProperty("height").GetPixels(),
            Settings = made.ReadSettings("prompt", "uc", "seed", "width", "height", "signed_hash"),
        };
    }

    private static string? Caption(JsonElement prompt) => prompt.FindProperty("caption").FindProperty("base_caption").GetText();
}
