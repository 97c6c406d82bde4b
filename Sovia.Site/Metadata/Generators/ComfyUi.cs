using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>Parses ComfyUI: a graph whose prompt is the text that the sampler's inputs lead back to.</summary>
internal sealed class ComfyUi : IMetadataFormat
{
    private const string Program = "ComfyUI";

    // For other containers, nodes can only write to EXIF's camera tags, and put the name of the graph in the text.
    private static readonly string[] Places = ["png:prompt", "tag:prompt", "exif:Model", "exif:Make", "exif:ImageDescription",
        "exif:UserComment"];

    private static readonly string[] EditorPlaces =
        ["png:workflow", "tag:workflow", "exif:Make", "exif:Model", "exif:ImageDescription", "exif:UserComment"];

    private static readonly string[] SettingNames = ["steps", "cfg", "sampler_name", "scheduler", "denoise", "guidance"];

    public EmbeddedMetadata? Read(EmbeddedTexts found)
    {
        if (FindGraph(found) is { } graph) return Picture(graph);
        return EditorPlaces.Select(place => found.ParseJson(Named(found[place])))
            .Concat(found.JsonRecords.Select(record => Unpacked(found, record.FindProperty("workflow"))))
            .Where(IsWorkflow)
            .Select(workflow => ComfyGraph.ParseWorkflow(workflow) is { } drawn ? Picture(drawn)
                : new EmbeddedMetadata { Generator = Program })
            .FirstOrDefault();
    }

    /// <summary>Returns the executed graph; null if there is none.</summary>
    public static ComfyGraph? FindGraph(EmbeddedTexts found) => Places
        .Select(place => Named(found[place]))
        .Select(text => ComfyGraph.Parse(found.ParseJson(text)))
        .Concat(found.JsonRecords.Select(record => ComfyGraph.Parse(Unpacked(found, record.FindProperty("prompt")))))
        .FirstOrDefault(graph => graph is not null);

    // Some programs write the graph as a JSON string inside the JSON.
    private static JsonElement Unpacked(EmbeddedTexts found, JsonElement graph) =>
        graph.ValueKind == JsonValueKind.String ? found.ParseJson(graph.GetText()) : graph;

    private static EmbeddedMetadata Picture(ComfyGraph graph)
    {
        var samplers = graph.Samplers;
        if (samplers.Count == 0) return new() { Generator = Program, Prompt = graph.FindOnlyPrompt() };
        var sides = samplers.Select(sampler => (Sampler: sampler, Sides: Sides(graph, sampler)))
            .FirstOrDefault(pair => pair.Sides is not (null, null));
        var last = sides.Sampler ?? samplers[0];
        var canvas = graph.EnumerateUpstream(last, "latent_image")
            .FirstOrDefault(node => Side(graph, node, "width") is not null && Side(graph, node, "height") is not null);
        return new()
        {
            Generator = Program,
            Prompt = sides.Sides.Positive,
            NegativePrompt = sides.Sides.Negative,
            Model = graph.FindModel(last),
            Seed = graph.FindValue(last, "seed") ?? graph.FindValue(last, "noise_seed"),
            Width = canvas is null ? null : Side(graph, canvas, "width"),
            Height = canvas is null ? null : Side(graph, canvas, "height"),
            Settings = SettingNames
                .Select(name => (Name: name, Value: graph.FindValue(last, name)))
                .Where(pair => pair.Value is not null)
                .ToDictionary(pair => pair.Name, pair => pair.Value!),
        };
    }

    // Text found on both sides is ambiguous, and no prompt is better than the negative one. Empty texts mark this case, so that no
    // earlier sampler is tried.
    private static (string? Positive, string? Negative) Sides(ComfyGraph graph, ComfyNode sampler)
    {
        var wanted = new ComfyPromptCollector(graph, ComfySide.Positive);
        var unwanted = new ComfyPromptCollector(graph, ComfySide.Negative);
        var (positive, negative) = (wanted.Collect(sampler), unwanted.Collect(sampler));
        return positive is not null && (wanted.UsedInputs.Overlaps(unwanted.UsedInputs) || positive == negative) ? ("", "")
            : (positive, negative);
    }

    private static int? Side(ComfyGraph graph, ComfyNode node, string name) =>
        PixelDimensions.ParseSide((node[name] ?? node["empty_latent_" + name]) is { } input ? graph.ResolveValue(input) : null);

    private static string? Named(string? text) => text is null ? null
        : text.StartsWith("prompt:", StringComparison.OrdinalIgnoreCase) ? text["prompt:".Length..]
        : text.StartsWith("workflow:", StringComparison.OrdinalIgnoreCase) ? text["workflow:".Length..]
        : text;

    private static bool IsWorkflow(JsonElement workflow) => workflow.HasProperty("nodes") && workflow.HasProperty("links");
}
