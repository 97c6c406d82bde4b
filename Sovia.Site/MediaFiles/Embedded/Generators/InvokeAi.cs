using System.Text.Json;
using Sovia.MediaFiles.Embedded.Texts;

namespace Sovia.MediaFiles.Embedded.Generators;

/// <summary>InvokeAI in its three generations of writing: <c>invokeai_metadata</c>, <c>sd-metadata</c>, and the command line in <c>Dream</c>.</summary>
internal sealed class InvokeAi : IGenerator
{
    public EmbeddedMetadata? Read(Findings found)
    {
        if (found.Json(found.Chunk("invokeai_metadata")) is { ValueKind: JsonValueKind.Object } third) return Third(third);
        if (found.Json(found.Chunk("sd-metadata")) is { ValueKind: JsonValueKind.Object } second) return Second(second, second.At("image"));
        if (found.Chunk("Dream") is { } line) return DreamLine.Parse(line);
        return found.Chunk("invokeai_graph") is null && found.Chunk("invokeai_workflow") is null ? null : new() { Generator = DreamLine.Program };
    }

    private static EmbeddedMetadata Third(JsonElement made) => new()
    {
        Generator = DreamLine.Program,
        Prompt = made.At("positive_prompt").Text(),
        NegativePrompt = made.At("negative_prompt").Text(),
        Model = made.At("model").At("name", "model_name").Text() ?? made.At("model").Text(),
        Seed = made.At("seed").Text(),
        Width = made.At("width").Pixels(),
        Height = made.At("height").Pixels(),
        Settings = made.Settings("positive_prompt", "negative_prompt", "seed", "width", "height"),
    };

    private static EmbeddedMetadata Second(JsonElement made, JsonElement image)
    {
        var parts = image.At("prompt").Items().ToLookup(part => part.At("weight").Text() is ['-', ..], part => part.At("prompt").Text());
        var (prompt, negative) = DreamLine.Part(image.At("prompt").Text() ?? string.Join(' ', parts[false]));
        // A part that weighs less than nothing was not wanted.
        negative = SafeText.OrNull(string.Join(", ", parts[true].Prepend(negative).Where(text => text is not null)));
        return new()
        {
            Generator = DreamLine.Program,
            Prompt = prompt,
            NegativePrompt = negative,
            Model = made.At("model_weights", "model").Text(),
            Seed = image.At("seed").Text(),
            Width = image.At("width").Pixels(),
            Height = image.At("height").Pixels(),
            Settings = image.Settings("prompt", "seed", "width", "height"),
        };
    }
}
