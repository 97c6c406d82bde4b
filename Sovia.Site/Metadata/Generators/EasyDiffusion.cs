using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>Parses Easy Diffusion: a PNG chunk for each setting, under its key or its display name, or one JSON object in a JPEG.</summary>
internal sealed class EasyDiffusion : IMetadataFormat
{
    private static readonly (string Key, string Spoken)[] Names =
    [
        ("prompt", "Prompt"), ("negative_prompt", "Negative Prompt"), ("seed", "Seed"),
        ("use_stable_diffusion_model", "Stable Diffusion model"), ("width", "Width"), ("height", "Height"),
        ("num_inference_steps", "Steps"), ("guidance_scale", "Guidance Scale"), ("sampler_name", "Sampler"), ("use_vae_model", "VAE model"),
        ("use_lora_model", "LoRA model"),
        ("lora_alpha", "LoRA alpha"), ("clip_skip", "Clip Skip"), ("prompt_strength", "Prompt Strength"), ("use_upscale", "Use Upscaling"),
        ("use_face_correction", "Use Face Correction"),
    ];

    public EmbeddedMetadata? Read(EmbeddedTexts texts)
    {
        var json = texts.JsonRecords.FirstOrDefault(record => record.HasProperty("use_stable_diffusion_model", "Stable Diffusion model")
            || (record.HasProperty("prompt") && record.HasProperty("num_inference_steps")));
        if (json.ValueKind == JsonValueKind.Object) return CreateMetadata(ReadValues(name => json.FindProperty(name).GetText()));
        if (texts.FindChunkOrTag("prompt") is not { } prompt || texts.ParseJson(prompt).ValueKind == JsonValueKind.Object) return null;
        var chunks = ReadValues(texts.FindChunkOrTag);
        // Other tools write a prompt alone.
        return chunks.ContainsKey("negative_prompt") || chunks.ContainsKey("use_stable_diffusion_model") ? CreateMetadata(chunks) : null;
    }

    private static Dictionary<string, string> ReadValues(Func<string, string?> readText) =>
        Names.Select(name => (name.Key, Text: readText(name.Key) ?? readText(name.Spoken))).Where(pair => pair.Text is not null)
        .ToDictionary(pair => pair.Key, pair => pair.Text!);

    private static EmbeddedMetadata CreateMetadata(Dictionary<string, string> values) => new()
    {
        Generator = "Easy Diffusion",
        Prompt = values.GetValueOrDefault("prompt"),
        NegativePrompt = values.GetValueOrDefault("negative_prompt"),
        Model = values.GetValueOrDefault("use_stable_diffusion_model"),
        Seed = values.GetValueOrDefault("seed"),
        Width = PixelDimensions.ParseSide(values.GetValueOrDefault("width")),
        Height = PixelDimensions.ParseSide(values.GetValueOrDefault("height")),
        Settings = values.Where(pair => !Names.Take(6).Any(name => name.Key == pair.Key)).ToDictionary(),
    };
}
