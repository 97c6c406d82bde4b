using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>Parses ComfyUI: a graph whose prompt is the text that the sampler's inputs lead back to.</summary>
internal sealed class ComfyUi : IMetadataFormat
{
    private const string Program = "ComfyUI";

    // For other containers, nodes can only write to EXIF's camera tags, and start the text with the graph's name.
    private static readonly string[] PromptPlaces = ["png:prompt", "tag:prompt", "exif:Model", "exif:Make", "exif:ImageDescription",
        "exif:UserComment"];

    private static readonly string[] WorkflowPlaces =
        ["png:workflow", "tag:workflow", "exif:Make", "exif:Model", "exif:ImageDescription", "exif:UserComment"];

    private static readonly string[] SettingNames = ["steps", "cfg", "sampler_name", "scheduler", "denoise", "guidance"];

    public EmbeddedMetadata? Read(EmbeddedTexts texts)
    {
        if (FindGraph(texts) is { } graph) return CreateMetadata(graph);
        return WorkflowPlaces.Select(place => texts.ParseJson(StripLabel(texts[place])))
            .Concat(texts.JsonRecords.Select(record => Unwrap(texts, record.FindProperty("workflow"))))
            .Where(IsWorkflow)
            .Select(workflow => ComfyGraph.ParseWorkflow(workflow) is { } workflowGraph ? CreateMetadata(workflowGraph)
                : new EmbeddedMetadata { Generator = Program })
            .FirstOrDefault();
    }

    /// <summary>Returns the executed graph; null if there is none.</summary>
    public static ComfyGraph? FindGraph(EmbeddedTexts texts) => PromptPlaces
        .Select(place => StripLabel(texts[place]))
        .Select(text => ComfyGraph.Parse(texts.ParseJson(text)))
        .Concat(texts.JsonRecords.Select(record => ComfyGraph.Parse(Unwrap(texts, record.FindProperty("prompt")))))
        .FirstOrDefault(graph => graph is not null);

    // Some programs write the graph as a JSON string inside the JSON.
    private static JsonElement Unwrap(EmbeddedTexts texts, JsonElement graph) =>
        graph.ValueKind == JsonValueKind.String ? texts.ParseJson(graph.GetText()) : graph;

    private static EmbeddedMetadata CreateMetadata(ComfyGraph graph)
    {
        var samplers = graph.Samplers;
        if (samplers.Count == 0) return new() { Generator = Program, Prompt = graph.FindOnlyPrompt() };
        var samplerSides = samplers.Select(sampler => (Sampler: sampler, Sides: CollectSides(graph, sampler)))
            .FirstOrDefault(pair => pair.Sides is not (null, null));
        var finalSampler = samplerSides.Sampler ?? samplers[0];
        var latentNode = graph.EnumerateUpstream(finalSampler, "latent_image")
            .FirstOrDefault(node => ResolvePixels(graph, node, "width") is not null && ResolvePixels(graph, node, "height") is not null);
        return new()
        {
            Generator = Program,
            Prompt = samplerSides.Sides.Positive,
            NegativePrompt = samplerSides.Sides.Negative,
            Model = graph.FindModel(finalSampler),
            Seed = graph.FindValue(finalSampler, "seed") ?? graph.FindValue(finalSampler, "noise_seed"),
            Width = latentNode is null ? null : ResolvePixels(graph, latentNode, "width"),
            Height = latentNode is null ? null : ResolvePixels(graph, latentNode, "height"),
            Settings = SettingNames
                .Select(name => (Name: name, Value: graph.FindValue(finalSampler, name)))
                .Where(pair => pair.Value is not null)
                .ToDictionary(pair => pair.Name, pair => pair.Value!),
        };
    }

    // Text found on both sides is ambiguous, and no prompt is better than the negative one. Empty texts mark this case, so that no
    // earlier sampler is tried.
    private static (string? Positive, string? Negative) CollectSides(ComfyGraph graph, ComfyNode sampler)
    {
        var positives = new ComfyPromptCollector(graph, ComfySide.Positive);
        var negatives = new ComfyPromptCollector(graph, ComfySide.Negative);
        var (positive, negative) = (positives.Collect(sampler), negatives.Collect(sampler));
        return positive is not null && (positives.UsedInputs.Overlaps(negatives.UsedInputs) || positive == negative) ? ("", "")
            : (positive, negative);
    }

    private static int? ResolvePixels(ComfyGraph graph, ComfyNode node, string name) =>
        PixelDimensions.ParseSide((node[name] ?? node["empty_latent_" + name]) is { } input ? graph.ResolveValue(input) : null);

    private static string? StripLabel(string? text) => text is null ? null
        : text.StartsWith("prompt:", StringComparison.OrdinalIgnoreCase) ? text["prompt:".Length..]
        : text.StartsWith("workflow:", StringComparison.OrdinalIgnoreCase) ? text["workflow:".Length..]
        : text;

    private static bool IsWorkflow(JsonElement workflow) => workflow.HasProperty("nodes") && workflow.HasProperty("links");
}
