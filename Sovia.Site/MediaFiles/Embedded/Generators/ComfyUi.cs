using System.Text.Json;
using Sovia.MediaFiles.Embedded.Texts;

namespace Sovia.MediaFiles.Embedded.Generators;

/// <summary>ComfyUI: a graph, in which the prompt is whatever text the sampler's inputs lead back to.</summary>
internal sealed class ComfyUi : IGenerator
{
    private const string Program = "ComfyUI";

    // Nodes for other containers have only EXIF's camera tags to write to, and name the graph inside the text.
    private static readonly string[] Places = ["png:prompt", "tag:prompt", "exif:Model", "exif:Make", "exif:ImageDescription", "exif:UserComment"];

    private static readonly string[] EditorPlaces = ["png:workflow", "tag:workflow", "exif:Make", "exif:Model", "exif:ImageDescription", "exif:UserComment"];

    private static readonly string[] SettingNames = ["steps", "cfg", "sampler_name", "scheduler", "denoise", "guidance"];

    public EmbeddedMetadata? Read(Findings found)
    {
        if (Graph(found) is { } graph) return Picture(graph);
        return EditorPlaces.Select(place => found.Json(Named(found[place])))
            .Concat(found.Records.Select(record => Unpacked(found, record.At("workflow"))))
            .Where(IsWorkflow)
            .Select(workflow => ComfyGraph.OfWorkflow(workflow) is { } drawn ? Picture(drawn) : new EmbeddedMetadata { Generator = Program })
            .FirstOrDefault();
    }

    /// <summary>The graph that was run; null where there is none.</summary>
    public static ComfyGraph? Graph(Findings found) => Places
        .Select(place => Named(found[place]))
        .Select(text => ComfyGraph.Of(found.Json(text)))
        .Concat(found.Records.Select(record => ComfyGraph.Of(Unpacked(found, record.At("prompt")))))
        .FirstOrDefault(graph => graph is not null);

    // Some write the graph as text within the text.
    private static JsonElement Unpacked(Findings found, JsonElement graph) => graph.ValueKind == JsonValueKind.String ? found.Json(graph.Text()) : graph;

    private static EmbeddedMetadata Picture(ComfyGraph graph)
    {
        var samplers = graph.Samplers;
        if (samplers.Count == 0) return new() { Generator = Program, Prompt = graph.OnlyText() };
        var sides = samplers.Select(sampler => (Sampler: sampler, Sides: Sides(graph, sampler))).FirstOrDefault(pair => pair.Sides is not (null, null));
        var last = sides.Sampler ?? samplers[0];
        var canvas = graph.Upstream(last, "latent_image").FirstOrDefault(node => Side(graph, node, "width") is not null && Side(graph, node, "height") is not null);
        return new()
        {
            Generator = Program,
            Prompt = sides.Sides.Positive,
            NegativePrompt = sides.Sides.Negative,
            Model = graph.Model(last),
            Seed = graph.Value(last, "seed") ?? graph.Value(last, "noise_seed"),
            Width = canvas is null ? null : Side(graph, canvas, "width"),
            Height = canvas is null ? null : Side(graph, canvas, "height"),
            Settings = SettingNames
                .Select(name => (Name: name, Value: graph.Value(last, name)))
                .Where(pair => pair.Value is not null)
                .ToDictionary(pair => pair.Name, pair => pair.Value!),
        };
    }

    // Words that stand on both sides belong to neither for certain: better no prompt than what was not wanted. Empty texts say that it cannot
    // be told, so that no earlier sampler is asked.
    private static (string? Positive, string? Negative) Sides(ComfyGraph graph, ComfyNode sampler)
    {
        var wanted = new ComfyText(graph, ComfySide.Positive);
        var unwanted = new ComfyText(graph, ComfySide.Negative);
        var (positive, negative) = (wanted.Of(sampler), unwanted.Of(sampler));
        return positive is not null && (wanted.Taken.Overlaps(unwanted.Taken) || positive == negative) ? ("", "") : (positive, negative);
    }

    private static int? Side(ComfyGraph graph, ComfyNode node, string name) =>
        Size.Side((node[name] ?? node["empty_latent_" + name]) is { } input ? graph.Scalar(input) : null);

    private static string? Named(string? text) => text is null ? null
        : text.StartsWith("prompt:", StringComparison.OrdinalIgnoreCase) ? text["prompt:".Length..]
        : text.StartsWith("workflow:", StringComparison.OrdinalIgnoreCase) ? text["workflow:".Length..]
        : text;

    private static bool IsWorkflow(JsonElement workflow) => workflow.Has("nodes") && workflow.Has("links");
}
