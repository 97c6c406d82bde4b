using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>
/// Searches a ComfyUI graph. Anyone may write custom nodes, so node types are not assumed to be known. Cycles and limits end the search.
/// </summary>
internal sealed class ComfyGraph
{
    private const int MaxNodes = 10_000;
    private const int MaxOutputs = 50;
    private const int MaxSamplers = 20;
    private const int LongestChain = 50;
    private const int DeepestSelector = 50;

    private static readonly string[] NumberInputs =
        ["value", "int", "number", "seed", "noise_seed", "boolean", "bool", "string", "text", "float"];
    private static readonly string[] Companions = ["noise", "sigmas", "sampler", "guider", "pipe", "basic_pipe"];

    private static readonly string[] ModelInputs =
        ["ckpt_name", "unet_name", "model_name", "model_path", "diffusion_model", "diffusion_name", "base_ckpt_name", "checkpoint",
            "checkpoint_name", "gguf_name", "model"];

    private readonly Dictionary<string, ComfyNode> nodes;
    private readonly Dictionary<string, string?> selected = [];
    private int selecting;

    private ComfyGraph(Dictionary<string, ComfyNode> nodes) => this.nodes = nodes;

    /// <summary>The sampler nodes, the last one before the saved image first.</summary>
    public IReadOnlyList<ComfyNode> Samplers =>
        Last(node => node.IsSampler) is { Count: > 0 } samplers ? samplers : [.. Last(node => node.IsStandaloneGenerator).Take(1)];

    /// <summary>Parses a graph in the executed (API) format; null if the JSON is not one.</summary>
    public static ComfyGraph? Parse(JsonElement json)
    {
        var nodes = new Dictionary<string, ComfyNode>();
        foreach (var member in json.EnumerateMembers().Take(MaxNodes))
            if (member.Value.FindProperty("class_type").GetText() is { } kind
                && member.Value.FindProperty("inputs") is { ValueKind: JsonValueKind.Object } inputs)
                nodes[member.Name] = new(member.Name, kind,
                    [.. inputs.EnumerateMembers().Take(ComfyNode.MaxInputs).Select(ComfyInput.FromRunForm)]);
        return nodes.Count == 0 ? null : new(nodes);
    }

    /// <summary>Parses a graph in the editor's (workflow) format; null if the JSON is not one.</summary>
    public static ComfyGraph? ParseWorkflow(JsonElement json) =>
        ComfyWorkflow.ReadNodes(json, MaxNodes) is { Count: > 0 } read
        ? new(read.DistinctBy(node => node.Id).ToDictionary(node => node.Id)) : null;

    /// <summary>Returns the node whose output a link refers to.</summary>
    public ComfyNode? FindNode(ComfyLink? link) => link is { Node: var id } ? nodes.GetValueOrDefault(id) : null;

    /// <summary>Enumerates all upstream nodes, nearest first.</summary>
    public IEnumerable<ComfyNode> EnumerateUpstream(ComfyNode from, string? first = null, Func<ComfyInput, bool>? along = null)
    {
        var seen = new HashSet<string> { from.Id };
        var next = new Queue<ComfyNode>([from]);
        while (next.TryDequeue(out var node))
            foreach (var input in node.Inputs.Where(input => input.Link is not null && along?.Invoke(input) != false)
                .OrderBy(input => input.Name == first ? 0 : 1))
                if (FindNode(input.Link) is { } linked && seen.Add(linked.Id))
                {
                    yield return linked;
                    next.Enqueue(linked);
                }
    }

    /// <summary>
    /// Returns the prompt of a graph without a known sampler: the text of its only encoder, unless that is the negative prompt.
    /// </summary>
    public string? FindOnlyPrompt()
    {
        var encoders = nodes.Values.Where(node => node.ClassContains("TextEncode")).Take(2).ToList();
        if (encoders is not [var only] || nodes.Values.Any(node => node.IsSampler)) return null;
        var unwanted = nodes.Values.SelectMany(node => node.Inputs)
            .Any(input => input.Link?.Node == only.Id && ComfyInputName.GetSide(input.Name) == ComfySide.Negative);
        return unwanted ? null : new ComfyPromptCollector(this, ComfySide.Positive).Collect(only);
    }

    /// <summary>Returns a setting of the sampler, or of a companion node that has a setting with this name.</summary>
    public string? FindValue(ComfyNode sampler, string name) => (sampler[name] is { } own ? ResolveValue(own) : null)
        ?? Companions.Select(input => FindNode(sampler[input]?.Link)?[name]).Select(input => input is null ? null : ResolveValue(input))
        .FirstOrDefault(text => text is not null);

    /// <summary>
    /// Returns the value of an input, following links through nodes that only hold or forward a value; null if none is found.
    /// </summary>
    public string? ResolveValue(ComfyInput input)
    {
        for (var steps = 0; steps < LongestChain && input.Link is { } link; steps++)
        {
            if (FindNode(link) is not { } node) return null;
            if (NumberInputs.Select(name => node[name]).FirstOrDefault(held => held is not null) is { } held) input = held;
            else if (ComfySwitch.FindActiveInputs(this, node) is [var chosen]) input = chosen;
            else if (node[input.Name] is { } same) input = same;
            else if (node.Inputs is [var only]) input = only;
            else return null;
        }

        return input.Value;
    }

    /// <summary>
    /// Returns the value of the first selector of a switch that has one, computed once per switch; null if none has a value. A selector
    /// that depends on itself or on too many others has none.
    /// </summary>
    public string? ResolveSelector(ComfyNode node, IEnumerable<ComfyInput> selectors)
    {
        if (selected.TryGetValue(node.Id, out var known)) return known;
        selected[node.Id] = null;
        if (selecting == DeepestSelector) return null;
        selecting++;
        var value = selectors.Select(ResolveValue).FirstOrDefault(value => value is not null);
        selecting--;
        return selected[node.Id] = value;
    }

    /// <summary>Returns the file name of the sampler's model.</summary>
    public string? FindModel(ComfyNode sampler) => GetModel(sampler)
        ?? EnumerateUpstream(sampler, "model", BringsModel).Select(GetModel).FirstOrDefault(text => text is not null)
        ?? EnumerateUpstream(sampler, "model").Select(GetModel).FirstOrDefault(text => text is not null);

    private static bool BringsModel(ComfyInput input) =>
        input.Name.Contains("model", StringComparison.Ordinal) || input.Name is "" or "*" || ComfyInputName.IsBundle(input.Name);

    private string? GetModel(ComfyNode node) =>
        ModelInputs.Select(name => node[name] is { } input && (name != "model" || input.Link is null) ? ResolveValue(input) : null)
        .FirstOrDefault(text => text is not null);

    // Saving outputs come before other outputs; of several samplers before one output, the nearest comes first.
    private List<ComfyNode> Last(Func<ComfyNode, bool> draws)
    {
        var drawing = nodes.Values.Where(draws).ToList();
        if (drawing.Count == 0) return drawing;
        var outputs = nodes.Values.Where(node => node.IsOutput).OrderBy(node => node.IsSaving ? 0 : 1).Take(MaxOutputs);
        var behind = outputs.SelectMany(node => EnumerateUpstream(node).Where(draws)).Concat(drawing.Where(node => node.IsOutput));
        var rest = drawing.Take(MaxSamplers).ToList();
        var earlier = rest.SelectMany(node => EnumerateUpstream(node).Where(draws)).Select(node => node.Id).ToHashSet();
        return [.. behind.Concat(rest.OrderBy(node => earlier.Contains(node.Id) ? 1 : 0)).DistinctBy(node => node.Id).Take(MaxSamplers)];
    }
}
