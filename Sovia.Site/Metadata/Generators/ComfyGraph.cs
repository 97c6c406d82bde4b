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
    private const int MaxChainLength = 50;
    private const int MaxSelectorDepth = 50;

    private static readonly string[] ValueInputs =
        ["value", "int", "number", "seed", "noise_seed", "boolean", "bool", "string", "text", "float"];
    private static readonly string[] Companions = ["noise", "sigmas", "sampler", "guider", "pipe", "basic_pipe"];

    private static readonly string[] ModelInputs =
        ["ckpt_name", "unet_name", "model_name", "model_path", "diffusion_model", "diffusion_name", "base_ckpt_name", "checkpoint",
            "checkpoint_name", "gguf_name", "model"];

    private readonly Dictionary<string, ComfyNode> nodes;
    private readonly Dictionary<string, string?> selectorValues = [];
    private int selectorDepth;

    private ComfyGraph(Dictionary<string, ComfyNode> nodes) => this.nodes = nodes;

    /// <summary>The sampler nodes, starting with the nearest to the saved image.</summary>
    public IReadOnlyList<ComfyNode> Samplers =>
        FindLast(node => node.IsSampler) is { Count: > 0 } samplers ? samplers : [.. FindLast(node => node.IsStandaloneGenerator).Take(1)];

    /// <summary>Parses a graph in the executed (API) format; null if the JSON is not one.</summary>
    public static ComfyGraph? Parse(JsonElement json)
    {
        var nodes = new Dictionary<string, ComfyNode>();
        foreach (var member in json.EnumerateMembers().Take(MaxNodes))
            if (member.Value.FindProperty("class_type").GetText() is { } classType
                && member.Value.FindProperty("inputs") is { ValueKind: JsonValueKind.Object } inputs)
                nodes[member.Name] = new(member.Name, classType,
                    [.. inputs.EnumerateMembers().Take(ComfyNode.MaxInputs).Select(ComfyInput.FromRunForm)]);
        return nodes.Count == 0 ? null : new(nodes);
    }

    /// <summary>Parses a graph in the editor's (workflow) format; null if the JSON is not one.</summary>
    public static ComfyGraph? ParseWorkflow(JsonElement json) =>
        ComfyWorkflow.ReadNodes(json, MaxNodes) is { Count: > 0 } workflowNodes
        ? new(workflowNodes.DistinctBy(node => node.Id).ToDictionary(node => node.Id)) : null;

    /// <summary>Returns the node whose output a link refers to.</summary>
    public ComfyNode? FindNode(ComfyLink? link) => link is { Node: var id } ? nodes.GetValueOrDefault(id) : null;

    /// <summary>Enumerates all upstream nodes, nearest first.</summary>
    public IEnumerable<ComfyNode> EnumerateUpstream(ComfyNode from, string? first = null, Func<ComfyInput, bool>? along = null)
    {
        var visitedIds = new HashSet<string> { from.Id };
        var queue = new Queue<ComfyNode>([from]);
        while (queue.TryDequeue(out var node))
            foreach (var input in node.Inputs.Where(input => input.Link is not null && along?.Invoke(input) != false)
                .OrderBy(input => input.Name == first ? 0 : 1))
                if (FindNode(input.Link) is { } linkedNode && visitedIds.Add(linkedNode.Id))
                {
                    yield return linkedNode;
                    queue.Enqueue(linkedNode);
                }
    }

    /// <summary>
    /// Returns the prompt of a graph without a known sampler: the text of its only encoder, unless that is the negative prompt.
    /// </summary>
    public string? FindOnlyPrompt()
    {
        var encoders = nodes.Values.Where(node => node.ClassContains("TextEncode")).Take(2).ToList();
        if (encoders is not [var encoder] || nodes.Values.Any(node => node.IsSampler)) return null;
        var isNegative = nodes.Values.SelectMany(node => node.Inputs)
            .Any(input => input.Link?.Node == encoder.Id && ComfyInputName.GetSide(input.Name) == ComfySide.Negative);
        return isNegative ? null : new ComfyPromptCollector(this, ComfySide.Positive).Collect(encoder);
    }

    /// <summary>Returns a setting of the sampler, or of a companion node that has a setting with this name.</summary>
    public string? FindValue(ComfyNode sampler, string name) => (sampler[name] is { } ownInput ? ResolveValue(ownInput) : null)
        ?? Companions.Select(input => FindNode(sampler[input]?.Link)?[name]).Select(input => input is null ? null : ResolveValue(input))
        .FirstOrDefault(text => text is not null);

    /// <summary>
    /// Returns the value of an input, following links through nodes that only hold or forward a value; null if none is found.
    /// </summary>
    public string? ResolveValue(ComfyInput input)
    {
        for (var steps = 0; steps < MaxChainLength && input.Link is { } link; steps++)
        {
            if (FindNode(link) is not { } node) return null;
            if (ValueInputs.Select(name => node[name]).FirstOrDefault(source => source is not null) is { } held) input = held;
            else if (ComfySwitch.FindActiveInputs(this, node) is [var activeInput]) input = activeInput;
            else if (node[input.Name] is { } sameName) input = sameName;
            else if (node.Inputs is [var onlyInput]) input = onlyInput;
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
        if (selectorValues.TryGetValue(node.Id, out var cachedValue)) return cachedValue;
        selectorValues[node.Id] = null;
        if (selectorDepth == MaxSelectorDepth) return null;
        selectorDepth++;
        var value = selectors.Select(ResolveValue).FirstOrDefault(value => value is not null);
        selectorDepth--;
        return selectorValues[node.Id] = value;
    }

    /// <summary>Returns the file name of the sampler's model.</summary>
    public string? FindModel(ComfyNode sampler) => GetModel(sampler)
        ?? EnumerateUpstream(sampler, "model", MayLeadToModel).Select(GetModel).FirstOrDefault(text => text is not null)
        ?? EnumerateUpstream(sampler, "model").Select(GetModel).FirstOrDefault(text => text is not null);

    private static bool MayLeadToModel(ComfyInput input) =>
        input.Name.Contains("model", StringComparison.Ordinal) || input.Name is "" or "*" || ComfyInputName.IsBundle(input.Name);

    private string? GetModel(ComfyNode node) =>
        ModelInputs.Select(name => node[name] is { } input && (name != "model" || input.Link is null) ? ResolveValue(input) : null)
        .FirstOrDefault(text => text is not null);

    // Saving outputs come before other outputs; of several samplers before one output, the nearest comes first.
    private List<ComfyNode> FindLast(Func<ComfyNode, bool> isMatch)
    {
        var matches = nodes.Values.Where(isMatch).ToList();
        if (matches.Count == 0) return matches;
        var outputs = nodes.Values.Where(node => node.IsOutput).OrderBy(node => node.IsSaving ? 0 : 1).Take(MaxOutputs);
        var upstream = outputs.SelectMany(node => EnumerateUpstream(node).Where(isMatch)).Concat(matches.Where(node => node.IsOutput));
        var all = matches.Take(MaxSamplers).ToList();
        var earlier = all.SelectMany(node => EnumerateUpstream(node).Where(isMatch)).Select(node => node.Id).ToHashSet();
        return [.. upstream.Concat(all.OrderBy(node => earlier.Contains(node.Id) ? 1 : 0)).DistinctBy(node => node.Id).Take(MaxSamplers)];
    }
}
