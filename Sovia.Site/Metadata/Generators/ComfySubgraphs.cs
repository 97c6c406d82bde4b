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
        foreach (var subgraph in workflow.FindProperty("definitions").FindProperty("subgraphs").EnumerateItems())
            if (subgraph.FindProperty("id").GetText() is { } id)
                subgraphs.TryAdd(id, subgraph);
        foreach (var group in workflow.FindProperty("extra").FindProperty("groupNodes").EnumerateMembers())
            groups.TryAdd(group.Name, group.Value);
    }

    /// <summary>Returns the scope that a node stands for; null for an ordinary node.</summary>
    public ComfyScope? Expand(ComfyScope scope, string id, JsonElement node)
    {
        if (node.FindProperty("type").GetText() is not { } classType) return null;
        if (subgraphs.TryGetValue(classType, out var subgraph))
            return ComfyScope.Parse(subgraph, MaxNodes, $"{scope.Prefix}{id}:", scope, id) with { JsonLength = GetSize(subgraph) };
        return classType.Split('/', '>') is ["workflow", var name] && groups.TryGetValue(name, out var group)
            ? ExpandGroup(group, new($"{scope.Prefix}{id}:", scope, id) { JsonLength = GetSize(group) }, node) : null;
    }

    private static int GetSize(JsonElement element) => JsonMarshal.GetRawUtf8Value(element).Length;

    // A group's nodes are identified by their position in the list. Its unlinked inputs and outputs are, in order, those of the group.
    private static ComfyScope ExpandGroup(JsonElement group, ComfyScope scope, JsonElement instance)
    {
        foreach (var (node, index) in group.FindProperty("nodes").EnumerateItems().Take(MaxNodes).Select((node, at) => (node, at)))
            scope.Nodes.Add($"{index}", node);
        var linkedOutputs = new HashSet<ComfyLink>();
        foreach (var link in group.FindProperty("links").EnumerateItems().Take(MaxNodes * 4))
            if (link.ValueKind == JsonValueKind.Array && link.GetArrayLength() >= 4 && link[0].GetText() is { } sourceId
                && ComfyScope.TryGetSlot(link[1], out var sourceSlot)
                && link[2].GetText() is { } targetId && ComfyScope.TryGetSlot(link[3], out var targetSlot))
            {
                scope.SourceByTarget.TryAdd(new(targetId, targetSlot), new(sourceId, sourceSlot));
                linkedOutputs.Add(new(sourceId, sourceSlot));
            }

        var (inputCount, outputCount) = (0, 0);
        foreach (var (id, node) in scope.Nodes)
        {
            foreach (var (input, index) in node.FindProperty("inputs").EnumerateItems().Take(ComfyNode.MaxInputs)
                .Select((input, at) => (input, at)))
                if (!input.HasProperty("widget") && scope.SourceByTarget.TryAdd(new(id, index), new(ComfyScope.InputsNode, inputCount)))
                    inputCount++;
            var slotCount = node.FindProperty("outputs").EnumerateItems().Take(ComfyNode.MaxInputs).Count();
            for (var index = 0; index < slotCount; index++)
                if (!linkedOutputs.Contains(new(id, index)))
                    scope.SourceByTarget.TryAdd(new(ComfyScope.OutputsNode, outputCount++), new(id, index));
        }

        DistributeValues(scope, [.. instance.FindProperty("widgets_values").EnumerateItems()]);
        return scope;
    }

    // One list holds the values of all nodes. If the counts differ, none are used, because the template's own values differ.
    private static void DistributeValues(ComfyScope scope, List<JsonElement> values)
    {
        var counts = scope.Nodes.ToDictionary(node => node.Key, node => node.Value.FindProperty("widgets_values").EnumerateItems().Count());
        var isComplete = counts.Values.Sum() == values.Count;
        var start = 0;
        foreach (var (id, count) in counts)
        {
            scope.OverriddenValues[id] = isComplete ? values.GetRange(start, count) : [];
            start += count;
        }
    }
}
