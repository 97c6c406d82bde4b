using System.Runtime.InteropServices;
using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>Expands nodes that stand for several: subgraphs, and the older group nodes.</summary>
internal sealed class ComfySubgraphs
{
    private const int MaxNodes = 2_000;

    private readonly Dictionary<string, JsonElement> subgraphs = [];
    private readonly Dictionary<string, JsonElement> groups = [];

    public ComfySubgraphs(JsonElement workflow)
    {
        foreach (var part in workflow.FindProperty("definitions").FindProperty("subgraphs").EnumerateItems())
            if (part.FindProperty("id").GetText() is { } id)
                subgraphs.TryAdd(id, part);
        foreach (var group in workflow.FindProperty("extra").FindProperty("groupNodes").EnumerateMembers())
            groups.TryAdd(group.Name, group.Value);
    }

    /// <summary>Returns the scope that a node stands for; null for an ordinary node.</summary>
    public ComfyScope? Expand(ComfyScope scope, string id, JsonElement node)
    {
        if (node.FindProperty("type").GetText() is not { } kind) return null;
        if (subgraphs.TryGetValue(kind, out var part))
            return ComfyScope.Parse(part, MaxNodes, $"{scope.Prefix}{id}:", scope, id) with { JsonLength = GetSize(part) };
        return kind.Split('/', '>') is ["workflow", var name] && groups.TryGetValue(name, out var group)
            ? Group(group, new($"{scope.Prefix}{id}:", scope, id) { JsonLength = GetSize(group) }, node) : null;
    }

    private static int GetSize(JsonElement part) => JsonMarshal.GetRawUtf8Value(part).Length;

    // A group's nodes are identified by their position in the list. Its unlinked inputs and outputs are, in order, those of the group.
    private static ComfyScope Group(JsonElement group, ComfyScope scope, JsonElement instance)
    {
        foreach (var (node, at) in group.FindProperty("nodes").EnumerateItems().Take(MaxNodes).Select((node, at) => (node, at)))
            scope.Nodes.Add($"{at}", node);
        var linked = new HashSet<ComfyLink>();
        foreach (var link in group.FindProperty("links").EnumerateItems().Take(MaxNodes * 4))
            if (link.ValueKind == JsonValueKind.Array && link.GetArrayLength() >= 4 && link[0].GetText() is { } from
                && ComfyScope.TryGetSlot(link[1], out var slot)
                && link[2].GetText() is { } to && ComfyScope.TryGetSlot(link[3], out var place))
            {
                scope.SourceByTarget.TryAdd(new(to, place), new(from, slot));
                linked.Add(new(from, slot));
            }

        var (inputs, outputs) = (0, 0);
        foreach (var (id, node) in scope.Nodes)
        {
            foreach (var (input, at) in node.FindProperty("inputs").EnumerateItems().Take(ComfyNode.MaxInputs)
                .Select((input, at) => (input, at)))
                if (!input.HasProperty("widget") && scope.SourceByTarget.TryAdd(new(id, at), new(ComfyScope.InputsNode, inputs)))
                    inputs++;
            var shown = node.FindProperty("outputs").EnumerateItems().Take(ComfyNode.MaxInputs).Count();
            for (var at = 0; at < shown; at++)
                if (!linked.Contains(new(id, at)))
                    scope.SourceByTarget.TryAdd(new(ComfyScope.OutputsNode, outputs++), new(id, at));
        }

        Spread(scope, [.. instance.FindProperty("widgets_values").EnumerateItems()]);
        return scope;
    }

    // One list holds the values of all nodes. If the counts differ, none are used, because the template's values are different ones.
    private static void Spread(ComfyScope scope, List<JsonElement> values)
    {
        var counts = scope.Nodes.ToDictionary(node => node.Key, node => node.Value.FindProperty("widgets_values").EnumerateItems().Count());
        var even = counts.Values.Sum() == values.Count;
        var from = 0;
        foreach (var (id, count) in counts)
        {
            scope.OverriddenValues[id] = even ? values.GetRange(from, count) : [];
            from += count;
        }
    }
}
