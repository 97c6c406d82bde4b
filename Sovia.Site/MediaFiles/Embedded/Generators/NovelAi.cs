using System.Text.Json;
using Sovia.MediaFiles.Embedded.Texts;

namespace Sovia.MediaFiles.Embedded.Generators;

/// <summary>NovelAI: the prompt as the description, the rest as JSON in the comment; in chunks or hidden in the alpha.</summary>
internal sealed class NovelAi : IGenerator
{
    public EmbeddedMetadata? Read(Findings found)
    {
        var made = found.Json(found.Chunk("Comment") ?? found["exif:UserComment"]);
        // Other writers of a comment have a "prompt", but none of them an "uc" and a "scale".
        if (found["png:Software"] != "NovelAI" && !(made.Has("uc") && made.Has("scale") && made.Has("sampler") && !made.Has("c"))) return null;
        return new()
        {
            Generator = "NovelAI",
            Prompt = found["png:Description"] ?? made.At("prompt").Text() ?? Caption(made.At("v4_prompt")),
            NegativePrompt = made.At("uc").Text() ?? Caption(made.At("v4_negative_prompt")),
            Model = found["png:Source"],
            Seed = made.At("seed").Text(),
            Width = made.At("width").Pixels(),
            Height = made.At("height").Pixels(),
            Settings = made.Settings("prompt", "uc", "seed", "width", "height", "signed_hash"),
        };
    }

    private static string? Caption(JsonElement prompt) => prompt.At("caption").At("base_caption").Text();
}
