using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>
/// Parses the three generations of InvokeAI's format: <c>invokeai_metadata</c>, <c>sd-metadata</c>, and the command line in <c>Dream</c>.
/// </summary>
internal sealed class InvokeAi : IMetadataFormat
{
    public EmbeddedMetadata? Read(EmbeddedTexts texts)
    {
        if (texts.ParseJson(texts.FindChunkOrTag("invokeai_metadata")) is { ValueKind: JsonValueKind.Object } json) return ParseV3(json);
        if (texts.ParseJson(texts.FindChunkOrTag("sd-metadata")) is { ValueKind: JsonValueKind.Object } sdMetadata)
            return ParseV2(sdMetadata, sdMetadata.FindProperty("image"));
        if (texts.FindChunkOrTag("Dream") is { } line) return DreamCommand.Parse(line);
        return texts.FindChunkOrTag("invokeai_graph") is null && texts.FindChunkOrTag("invokeai_workflow") is null ? null
            : new() { Generator = DreamCommand.GeneratorName };
    }

    private static EmbeddedMetadata ParseV3(JsonElement json) => new()
    {
        Generator = DreamCommand.GeneratorName,
        Prompt = json.FindProperty("positive_prompt").GetText(),
        NegativePrompt = json.FindProperty("negative_prompt").GetText(),
        Model = json.FindProperty("model").FindProperty("name", "model_name").GetText() ?? json.FindProperty("model").GetText(),
        Seed = json.FindProperty("seed").GetText(),
        Width = json.FindProperty("width").GetPixels(),
        Height = json.FindProperty("height").GetPixels(),
        Settings = json.ReadSettings("positive_prompt", "negative_prompt", "seed", "width", "height"),
    };

    private static EmbeddedMetadata ParseV2(JsonElement json, JsonElement image)
    {
        var parts = image.FindProperty("prompt").EnumerateItems()
            .ToLookup(part => part.FindProperty("weight").GetText() is ['-', ..], part => part.FindProperty("prompt").GetText());
        var (prompt, negative) = DreamCommand.SplitNegative(image.FindProperty("prompt").GetText() ?? string.Join(' ', parts[false]));
        // Parts with negative weight belong to the negative prompt.
        negative = SafeText.CleanOrNull(string.Join(", ", parts[true].Prepend(negative).Where(text => text is not null)));
        return new()
        {
            Generator = DreamCommand.GeneratorName,
            Prompt = prompt,
            NegativePrompt = negative,
            Model = json.FindProperty("model_weights", "model").GetText(),
            Seed = image.FindProperty("seed").GetText(),
            Width = image.FindProperty("width").GetPixels(),
            Height = image.FindProperty("height").GetPixels(),
            Settings = image.ReadSettings("prompt", "seed", "width", "height"),
        };
    }
}
