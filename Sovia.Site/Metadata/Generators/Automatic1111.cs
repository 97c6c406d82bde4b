using System.Text.RegularExpressions;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>Parses AUTOMATIC1111's web UI and programs that use its format: Forge, SD.Next, Civitai's generator, ComfyUI nodes.</summary>
internal sealed partial class Automatic1111 : IMetadataFormat
{
    private static readonly string[] MappedKeys = ["Model", "Seed", "Size"];

    public EmbeddedMetadata? Read(EmbeddedTexts texts) =>
        (texts.RecordTexts.Select(InfoText.Parse).FirstOrDefault(info => info is not null) ?? ReadUpscaled(texts)) is { } info
        ? CreateMetadata(info, texts) : null;

    // An image that was only upscaled has settings and nothing else.
    private static InfoText? ReadUpscaled(EmbeddedTexts texts) =>
        texts.FindChunkOrTag("postprocessing") is { } line && InfoTextSettingsParser.Parse(line) is { Count: > 0 } settings
        ? new(null, null, settings.DistinctBy(pair => pair.Key).ToDictionary()) : null;

    private static EmbeddedMetadata CreateMetadata(InfoText info, EmbeddedTexts texts)
    {
        var (width, height) = PixelDimensions.Parse(info.Settings.GetValueOrDefault("Size"));
        var settings = info.Settings.Where(setting => !MappedKeys.Contains(setting.Key)).ToDictionary();
        if (FormatLoras(info.Prompt) is { Length: > 0 } loras) settings.TryAdd("Loras", loras);
        return new()
        {
            Generator = FindProgram(info.Settings, texts),
            Prompt = info.Prompt,
            NegativePrompt = info.NegativePrompt,
            Model = info.Settings.GetValueOrDefault("Model")
            ?? CivitaiResources.FindCheckpoint(texts.ParseJson(info.Settings.GetValueOrDefault("Civitai resources"))),
            Seed = info.Settings.GetValueOrDefault("Seed"),
            Width = width,
            Height = height,
            Settings = settings,
        };
    }

    private static string FindProgram(IReadOnlyDictionary<string, string> settings, EmbeddedTexts texts)
    {
        var version = settings.GetValueOrDefault("Version") ?? "";
        if (settings.Keys.Any(key => key.StartsWith("Civitai", StringComparison.Ordinal))) return "Civitai";
        if (version.StartsWith("Fooocus", StringComparison.Ordinal) || texts.FindChunkOrTag("fooocus_scheme") is not null) return "Fooocus";
        if (version.StartsWith("ComfyUI", StringComparison.Ordinal) || ComfyUi.FindGraph(texts) is not null) return "ComfyUI";
        if (settings.GetValueOrDefault("App") == "SD.Next") return "SD.Next";
        return version is ['f', >= '0' and <= '9', ..] ? "Forge" : "AUTOMATIC1111";
    }

    private static string FormatLoras(string? prompt) =>
        prompt is null ? "" : string.Join(", ", LoraRegex().Matches(prompt).Select(lora => $"{lora.Groups[1].Value}:{lora.Groups[2].Value}")
            .Distinct());

    [GeneratedRegex("<lora:([^:<>\n]{1,200}):([^<>\n]{1,60})>")]
    private static partial Regex LoraRegex();
}
