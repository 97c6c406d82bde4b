using System.Text.Json;
using Sovia.MediaFiles.Embedded.Texts;

namespace Sovia.MediaFiles.Embedded.Generators;

/// <summary>ComfyUI's graph in the form it was run in. Anyone may write nodes for it, so it is searched, not known; cycles end the search.</summary>
internal sealed class ComfyGraph
{
    private const int MostNodes = 10_000;

    private static readonly string[] TextInputs = ["text", "text_g", "text_l", "prompt", "positive_prompt", "t5xxl", "clip_l", "string", "value", "wildcard_text", "populated_text"];
    private static readonly string[] NumberInputs = ["seed", "noise_seed", "value", "int"];
    private static readonly string[] Companions = ["noise", "sigmas", "sampler", "guider"];
    private static readonly string[] ModelInputs = ["ckpt_name", "unet_name", "model_name", "model_path"];

    private readonly Dictionary<string, ComfyNode> _nodes;

    private ComfyGraph(Dictionary<string, ComfyNode> nodes) => _nodes = nodes;

    /// <summary>The node that made the picture which was kept; null where the graph has none.</summary>
    public ComfyNode? Sampler =>
        _nodes.Values.Where(node => node.IsOutput).SelectMany(node => Upstream(node)).FirstOrDefault(node => node.IsSampler) ?? _nodes.Values.FirstOrDefault(node => node.IsSampler);

    /// <summary>The graph; null where the JSON is none.</summary>
    public static ComfyGraph? Of(JsonElement json)
    {
        var nodes = new Dictionary<string, ComfyNode>();
        foreach (var member in json.Members().Take(MostNodes))
            if (member.Value.At("class_type").Text() is { } kind && member.Value.At("inputs") is { ValueKind: JsonValueKind.Object } inputs)
                nodes[member.Name] = new(member.Name, kind, inputs);
        return nodes.Count == 0 ? null : new(nodes);
    }

    /// <summary>Every node this one was made from, the nearest first.</summary>
    public IEnumerable<ComfyNode> Upstream(ComfyNode from, string? first = null)
    {
        var seen = new HashSet<string> { from.Id };
        var next = new Queue<ComfyNode>([from]);
        while (next.TryDequeue(out var node))
            foreach (var id in node.Links(first))
                if (seen.Add(id) && _nodes.TryGetValue(id, out var linked))
                {
                    yield return linked;
                    next.Enqueue(linked);
                }
    }

    /// <summary>The text behind a sampler's input of this side, <c>positive</c> or <c>negative</c>.</summary>
    public string? Conditioning(ComfyNode sampler, string side) => ComfyText.Behind(this, sampler, side, TextInputs);

    /// <summary>The one prompt of a graph that has only one.</summary>
    public string? OnlyText() => _nodes.Values
        .Where(node => node.Class.Contains("TextEncode", StringComparison.Ordinal))
        .Select(node => TextInputs.Select(node.Text).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)))
        .OfType<string>().Distinct().Take(2).ToList() is [var only] ? only : null;

    /// <summary>A setting of the sampler, or of the nearest node it is made from that has one of this name.</summary>
    public string? Value(ComfyNode sampler, string name) => sampler.Text(name)
        ?? (Linked(sampler.Inputs.At(name)) is { } source ? NumberInputs.Append(name).Select(source.Text).FirstOrDefault(text => text is not null) : null)
        ?? Companions.Select(input => Linked(sampler.Inputs.At(input))?.Text(name)).FirstOrDefault(text => text is not null);

    /// <summary>The file name of the model the sampler ran.</summary>
    public string? Model(ComfyNode sampler) => Upstream(sampler, "model")
        .Select(node => ModelInputs.Select(node.Text).FirstOrDefault(text => text is not null)).FirstOrDefault(text => text is not null);

    /// <summary>The node an input is linked to.</summary>
    public ComfyNode? Linked(JsonElement input) => ComfyNode.Link(input) is { } id ? _nodes.GetValueOrDefault(id) : null;
}
