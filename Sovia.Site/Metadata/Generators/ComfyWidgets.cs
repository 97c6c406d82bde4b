using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>Assigns names to the values of a node in the editor's format, which only lists them.</summary>
internal static class ComfyWidgets
{
    private const string Control = "~";

    // The editor adds one of these after a seed.
    private static readonly string[] Controls = ["fixed", "increment", "decrement", "randomize"];

    private static readonly Dictionary<string, string[]> NamesByClass = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CLIPTextEncode"] = ["text"],
        ["CLIPTextEncodeSDXL"] = ["width", "height", "crop_w", "crop_h", "target_width", "target_height", "text_g", "text_l"],
        ["CLIPTextEncodeSDXLRefiner"] = ["ascore", "width", "height", "text"],
        ["CLIPTextEncodeFlux"] = ["clip_l", "t5xxl", "guidance"],
        ["CLIPTextEncodeSD3"] = ["clip_l", "clip_g", "t5xxl"],
        ["KSampler"] = ["seed", Control, "steps", "cfg", "sampler_name", "scheduler", "denoise"],
        ["KSampler (Efficient)"] = ["seed", Control, "steps", "cfg", "sampler_name", "scheduler", "denoise"],
        ["KSamplerAdvanced"] = ["add_noise", "noise_seed", Control, "steps", "cfg", "sampler_name", "scheduler"],
        ["SamplerCustom"] = ["add_noise", "noise_seed", Control, "cfg"],
        ["RandomNoise"] = ["noise_seed", Control],
        ["KSamplerSelect"] = ["sampler_name"],
        ["BasicScheduler"] = ["scheduler", "steps", "denoise"],
        ["FluxGuidance"] = ["guidance"],
        ["CFGGuider"] = ["cfg"],
        ["CheckpointLoaderSimple"] = ["ckpt_name"],
        ["CheckpointLoader"] = ["config_name", "ckpt_name"],
        ["UNETLoader"] = ["unet_name", "weight_dtype"],
        ["UnetLoaderGGUF"] = ["unet_name"],
        ["EmptyLatentImage"] = ["width", "height", "batch_size"],
        ["EmptySD3LatentImage"] = ["width", "height", "batch_size"],
        ["Efficient Loader"] =
        [
            "ckpt_name", "vae_name", "clip_skip", "lora_name", "lora_model_strength", "lora_clip_strength", "positive", "negative",
            "token_normalization", "weight_interpretation",
            "empty_latent_width", "empty_latent_height", "batch_size",
        ],
        ["StringConcatenate"] = ["string_a", "string_b", "delimiter"],
        ["CR Text Concatenate"] = ["text1", "text2", "separator"],
        ["Text Concatenate"] = ["delimiter", "clean_whitespace"],
        ["PrimitiveNode"] = ["value", Control],
        ["PrimitiveInt"] = ["value", Control],
        ["PrimitiveString"] = ["value"],
        ["PrimitiveStringMultiline"] = ["value"],
        ["easy positive"] = ["positive"],
        ["easy negative"] = ["negative"],
        ["ImpactWildcardProcessor"] = ["wildcard_text", "populated_text", "mode", "seed", Control],
        ["WanVideoTextEncode"] = ["positive_prompt", "negative_prompt"],
    };

    /// <summary>Returns a node's values as inputs.</summary>
    public static List<ComfyInput> ReadInputs(string kind, JsonElement node, IReadOnlyList<JsonElement> values)
    {
        if (node.FindProperty("widgets_values") is { ValueKind: JsonValueKind.Object } namedValues)
            return [.. namedValues.EnumerateMembers().Take(ComfyNode.MaxInputs)
                .Select(member => ComfyInput.FromValue(member.Name, member.Value))];
        var widgetNames = ReadNames(node);
        if (Assign(widgetNames, values, out var unmatched) is { Count: > 0 } inputs && unmatched == 0) return inputs;
        if (NamesByClass.TryGetValue(kind, out var names)) return Assign(names, values, out _);
        // A single string must be the node's text; of several, one may be the negative prompt.
        return values.Where(value => value.ValueKind == JsonValueKind.String).Take(2).ToList() is [var onlyValue]
            ? [ComfyInput.FromValue("text", onlyValue)] : [];
    }

    /// <summary>Returns the value set on a subgraph node for one of the subgraph's inputs; null if it cannot be identified.</summary>
    public static ComfyInput? FindPromoted(JsonElement node, string name) =>
        Assign(ReadNames(node), [.. node.FindProperty("widgets_values").EnumerateItems().Take(ComfyNode.MaxInputs)], out var unmatched)
        is var inputs && unmatched == 0 ? inputs.Find(input => input.Name == name) : null;

    private static List<string> ReadNames(JsonElement node) =>
        [.. node.FindProperty("inputs").EnumerateItems().Take(ComfyNode.MaxInputs)
            .Select(input => input.FindProperty("widget").FindProperty("name").GetText()).OfType<string>()];

    /// <param name="names">The names, in order.</param>
    /// <param name="values">The values.</param>
    /// <param name="unmatched">The number of values without a name plus names without a value.</param>
    private static List<ComfyInput> Assign(IReadOnlyList<string> names, IReadOnlyList<JsonElement> values, out int unmatched)
    {
        var inputs = new List<ComfyInput>();
        var (index, missingCount) = (0, 0);
        foreach (var name in names)
        {
            if (name == Control) continue;
            if (index == values.Count) missingCount++;
            else inputs.Add(ComfyInput.FromValue(name, values[index++]));
            if (name is "seed" or "noise_seed" or "value" && index < values.Count && Controls.Contains(values[index].GetText())) index++;
        }

        unmatched = missingCount + values.Count - index;
        return inputs;
    }
}
