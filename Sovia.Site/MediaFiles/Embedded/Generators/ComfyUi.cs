using System.Text.Json;
using Sovia.MediaFiles.Embedded.Texts;

namespace Sovia.MediaFiles.Embedded.Generators;

/// <summary>ComfyUI: the graph that was run, in which the prompt is whatever text the sampler's inputs lead back to.</summary>
internal sealed class ComfyUi : IGenerator
{
    // Nodes for other containers have only EXIF's camera tags to write to, and name the graph inside the text.
    private static readonly string[] Places = ["png:prompt", "tag:prompt", "exif:Model", "exif:Make", "exif:ImageDescription", "exif:UserComment"];

    public EmbeddedMetadata? Read(Findings found)
    {
        if (Graph(found) is { } graph) return graph.Sampler is { } sampler ? Picture(graph, sampler) : new() { Generator = "ComfyUI", Prompt = graph.OnlyText() };

        // The editor's own form of a graph leaves out which value belongs to which input; it is kept, not understood.
        return IsWorkflow(found.Json(found.Chunk("workflow"))) || found.Records.Any(record => IsWorkflow(record.At("workflow"))) ? new() { Generator = "ComfyUI" } : null;
    }

    /// <summary>The graph; null where there is none.</summary>
    public static ComfyGraph? Graph(Findings found) => Places
        .Select(place => Named(found[place]))
        .Select(text => ComfyGraph.Of(found.Json(text)))
        .Concat(found.Records.Select(record => record.At("prompt")).Select(prompt => ComfyGraph.Of(prompt.ValueKind == JsonValueKind.String ? found.Json(prompt.Text()) : prompt)))
        .FirstOrDefault(graph => graph is not null);

    private static EmbeddedMetadata Picture(ComfyGraph graph, ComfyNode sampler)
    {
        var negative = graph.Conditioning(sampler, "negative");
        var prompt = graph.Conditioning(sampler, "positive") ?? graph.OnlyText();
        var canvas = graph.Upstream(sampler, "latent_image").FirstOrDefault(node => node.Text("width") is not null && node.Text("height") is not null);
        var settings = new Dictionary<string, string>();
        foreach (var name in (ReadOnlySpan<string>)["steps", "cfg", "sampler_name", "scheduler", "denoise", "guidance"])
            if (graph.Value(sampler, name) is { } value)
                settings[name] = value;
        return new()
        {
            Generator = "ComfyUI",
            Prompt = prompt,
            NegativePrompt = negative,
            Model = graph.Model(sampler),
            Seed = graph.Value(sampler, "seed") ?? graph.Value(sampler, "noise_seed"),
            Width = Size.Side(canvas?.Text("width")),
            Height = Size.Side(canvas?.Text("height")),
            Settings = settings,
        };
    }

    private static string? Named(string? text) => text is not null && text.StartsWith("prompt:", StringComparison.OrdinalIgnoreCase) ? text[7..] : text;

    private static bool IsWorkflow(JsonElement workflow) => workflow.Has("nodes") && workflow.Has("links");
}
