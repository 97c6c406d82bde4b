using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>The nodes that can link to each other directly: the whole graph, or the inside of one subgraph.</summary>
/// <param name="Prefix">Prefix of the node IDs, so that each use of a subgraph has its own nodes.</param>
/// <param name="Outer">The scope that uses the subgraph; null for the whole graph.</param>
/// <param name="Instance">The node of the outer scope that stands for the subgraph.</param>
internal sealed record ComfyScope(string Prefix, ComfyScope? Outer, string? Instance)
{
    /// <summary>Pseudo-node for the inputs of the subgraph.</summary>
    public const string InputsNode = "-10";

    /// <summary>Pseudo-node for the outputs of the subgraph.</summary>
    public const string OutputsNode = "-20";

    private readonly Dictionary<string, ComfyLink> sourceByLinkId = [];
    private Dictionary<string, string>? setters;

    /// <summary>Size in bytes of the JSON that a subgraph was read from.</summary>
    public int JsonLength { get; init; }

    /// <summary>The nodes by ID.</summary>
    public Dictionary<string, JsonElement> Nodes { get; } = [];

    /// <summary>The source of each input that is declared by the links alone.</summary>
    public Dictionary<ComfyLink, ComfyLink> SourceByTarget { get; } = [];

    /// <summary>Values by node ID that replace the values of a group template's nodes.</summary>
    public Dictionary<string, IReadOnlyList<JsonElement>> OverriddenValues { get; } = [];

    /// <summary>Parses an object with <c>nodes</c> and <c>links</c>.</summary>
    public static ComfyScope Parse(JsonElement graph, int most, string prefix = "", ComfyScope? outer = null, string? instance = null)
    {
        var scope = new ComfyScope(prefix, outer, instance);
        foreach (var node in graph.FindProperty("nodes").EnumerateItems().Take(most))
            if (node.FindProperty("id").GetText() is { } id)
                scope.Nodes.TryAdd(id, node);
        foreach (var link in graph.FindProperty("links").EnumerateItems().Take(most * 4)) scope.AddLink(link);
        return scope;
    }

    /// <summary>Returns the source of a node's input; null if it is not linked.</summary>
    public ComfyLink? FindSource(string node, int slot, JsonElement input) =>
        input.FindProperty("link").GetText() is { } id && sourceByLinkId.TryGetValue(id, out var source) ? source
        : SourceByTarget.TryGetValue(new(node, slot), out source) ? source
        : null;

    /// <summary>Returns the JSON of a node's input; null if the slot does not exist.</summary>
    public JsonElement? FindInput(string node, int slot) =>
        Nodes.TryGetValue(node, out var nodeJson) && nodeJson.FindProperty("inputs").EnumerateItems().Take(ComfyNode.MaxInputs)
        .ElementAtOrDefault(slot) is { ValueKind: JsonValueKind.Object } input ? input : null;

    /// <summary>Returns the values of a node.</summary>
    public IReadOnlyList<JsonElement> GetValues(string id, JsonElement node) =>
        OverriddenValues.TryGetValue(id, out var values) ? values
        : [.. node.FindProperty("widgets_values").EnumerateItems().Take(ComfyNode.MaxInputs)];

    /// <summary>Returns the SetNode with the same name as this GetNode.</summary>
    public string? FindSetter(JsonElement getter) => GetName(getter) is { } name ? (setters ??= Setters()).GetValueOrDefault(name) : null;

    private Dictionary<string, string> Setters() => Nodes
        .Where(node => node.Value.FindProperty("type").GetText() is "SetNode")
        .Select(node => (Name: GetName(node.Value), node.Key))
        .Where(setter => setter.Name is not null)
        .DistinctBy(setter => setter.Name)
        .ToDictionary(setter => setter.Name!, setter => setter.Key);

    private static string? GetName(JsonElement node) => node.FindProperty("widgets_values").EnumerateItems().FirstOrDefault().GetText();

    // A link is [id, from, slot, to, slot, type] in the graph, and an object inside subgraphs.
    private void AddLink(JsonElement link)
    {
        var (id, from, fromSlot, to, toSlot) = link.ValueKind == JsonValueKind.Array && link.GetArrayLength() >= 5
            ? (link[0], link[1], link[2], link[3], link[4])
            : (link.FindProperty("id"), link.FindProperty("origin_id"), link.FindProperty("origin_slot"), link.FindProperty("target_id"),
                link.FindProperty("target_slot"));
        if (from.GetText() is not { } origin || !TryGetSlot(fromSlot, out var originSlot)) return;
        if (id.GetText() is { } linkId) sourceByLinkId.TryAdd(linkId, new(origin, originSlot));
        // Other inputs refer to their links; only a subgraph's outputs need this entry.
        if (to.GetText() is OutputsNode && TryGetSlot(toSlot, out var targetSlot))
            SourceByTarget.TryAdd(new(OutputsNode, targetSlot), new(origin, originSlot));
    }

    /// <summary>Parses a slot number.</summary>
    public static bool TryGetSlot(JsonElement slot, out int number)
    {
        number = 0;
        return slot.ValueKind == JsonValueKind.Number && slot.TryGetInt32(out number) && number >= 0;
    }
}
