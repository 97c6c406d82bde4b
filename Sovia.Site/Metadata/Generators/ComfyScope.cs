using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>The nodes that can be linked to each other directly: the whole graph, or the inside of one subgraph.</summary>
/// <param name="Prefix">What its nodes' ids begin with, so that each subgraph that is used twice has nodes of its own.</param>
/// <param name="Outer">The scope it is used in; null for the graph.</param>
/// <param name="Instance">The node of the outer scope that stands for it.</param>
internal sealed record ComfyScope(string Prefix, ComfyScope? Outer, string? Instance)
{
    /// <summary>In place of a node: the inputs of the subgraph.</summary>
    public const string InputsNode = "-10";

    /// <summary>In place of a node: the outputs of the subgraph.</summary>
    public const string OutputsNode = "-20";

    private readonly Dictionary<string, ComfyLink> byId = [];
    private Dictionary<string, string>? setters;

    /// <summary>How many bytes of JSON it was read from, for the inside of a node.</summary>
    public int JsonLength { get; init; }

    /// <summary>The nodes by id.</summary>
    public Dictionary<string, JsonElement> Nodes { get; } = [];

    /// <summary>Where each input comes from, where the links say so rather than the inputs.</summary>
    public Dictionary<ComfyLink, ComfyLink> SourceByTarget { get; } = [];

    /// <summary>The values of nodes whose own are those of a template.</summary>
    public Dictionary<string, IReadOnlyList<JsonElement>> OverriddenValues { get; } = [];

    /// <summary>The scope of an object with <c>nodes</c> and <c>links</c>.</summary>
    public static ComfyScope Parse(JsonElement graph, int most, string prefix = "", ComfyScope? outer = null, string? instance = null)
    {
        var scope = new ComfyScope(prefix, outer, instance);
        foreach (var node in graph.FindProperty("nodes").EnumerateItems().Take(most))
            if (node.FindProperty("id").GetText() is { } id)
                scope.Nodes.TryAdd(id, node);
        foreach (var link in graph.FindProperty("links").EnumerateItems().Take(most * 4)) scope.Add(link);
        return scope;
    }

    /// <summary>Where an input of a node comes from; null where it is not linked.</summary>
    public ComfyLink? FindSource(string node, int slot, JsonElement input) =>
        input.FindProperty("link").GetText() is { } id && byId.TryGetValue(id, out var source) ? source
        : SourceByTarget.TryGetValue(new(node, slot), out source) ? source
        : null;

    /// <summary>An input of a node as it is written; null where it has none at this place.</summary>
    public JsonElement? FindInput(string node, int slot) =>
        Nodes.TryGetValue(node, out var there) && there.FindProperty("inputs").EnumerateItems().Take(ComfyNode.MostInputs)
        .ElementAtOrDefault(slot) is { ValueKind: JsonValueKind.Object } input ? input : null;

    /// <summary>The list of a node's values.</summary>
    public IReadOnlyList<JsonElement> GetValues(string id, JsonElement node) =>
        OverriddenValues.TryGetValue(id, out var values) ? values
        : [.. node.FindProperty("widgets_values").EnumerateItems().Take(ComfyNode.MostInputs)];

    /// <summary>The node that sets what this one gets by name.</summary>
    public string? FindSetter(JsonElement getter) => NameOf(getter) is { } name ? (setters ??= Setters()).GetValueOrDefault(name) : null;

    private Dictionary<string, string> Setters() => Nodes
        .Where(node => node.Value.FindProperty("type").GetText() is "SetNode")
        .Select(node => (Name: NameOf(node.Value), node.Key))
        .Where(setter => setter.Name is not null)
        .DistinctBy(setter => setter.Name)
        .ToDictionary(setter => setter.Name!, setter => setter.Key);

    private static string? NameOf(JsonElement node) => node.FindProperty("widgets_values").EnumerateItems().FirstOrDefault().GetText();

    // [id, from, slot, to, slot, type] in the graph, objects inside subgraphs.
    private void Add(JsonElement link)
    {
        var (id, from, fromSlot, to, toSlot) = link.ValueKind == JsonValueKind.Array && link.GetArrayLength() >= 5
            ? (link[0], link[1], link[2], link[3], link[4])
            : (link.FindProperty("id"), link.FindProperty("origin_id"), link.FindProperty("origin_slot"), link.FindProperty("target_id"),
                link.FindProperty("target_slot"));
        if (from.GetText() is not { } origin || !TryGetSlot(fromSlot, out var originSlot)) return;
        if (id.GetText() is { } name) byId.TryAdd(name, new(origin, originSlot));
        // Elsewhere the inputs name their links; a subgraph's outputs have no other way.
        if (to.GetText() is OutputsNode && TryGetSlot(toSlot, out var targetSlot))
            SourceByTarget.TryAdd(new(OutputsNode, targetSlot), new(origin, originSlot));
    }

    /// <summary>A slot's number.</summary>
    public static bool TryGetSlot(JsonElement slot, out int number)
    {
        number = 0;
        return slot.ValueKind == JsonValueKind.Number && slot.TryGetInt32(out number) && number >= 0;
    }
}
