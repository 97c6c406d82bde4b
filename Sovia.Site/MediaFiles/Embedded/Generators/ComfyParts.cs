using System.Runtime.InteropServices;
using System.Text.Json;
using Sovia.MediaFiles.Embedded.Texts;

namespace Sovia.MediaFiles.Embedded.Generators;

/// <summary>The insides of nodes that stand for several: subgraphs, and the group nodes that came before them.</summary>
internal sealed class ComfyParts
{
    private const int MostNodes = 2_000;

    private readonly Dictionary<string, JsonElement> subgraphs = [];
    private readonly Dictionary<string, JsonElement> groups = [];

    public ComfyParts(JsonElement workflow)
    {
        foreach (var part in workflow.At("definitions").At("subgraphs").Items())
            if (part.At("id").Text() is { } id)
                subgraphs.TryAdd(id, part);
        foreach (var group in workflow.At("extra").At("groupNodes").Members()) groups.TryAdd(group.Name, group.Value);
    }

    /// <summary>What a node stands for; null where it stands for itself.</summary>
    public ComfyScope? Inside(ComfyScope scope, string id, JsonElement node)
    {
        if (node.At("type").Text() is not { } kind) return null;
        if (subgraphs.TryGetValue(kind, out var part)) return ComfyScope.Of(part, MostNodes, $"{scope.Prefix}{id}:", scope, id) with { Size = SizeOf(part) };
        return kind.Split('/', '>') is ["workflow", var name] && groups.TryGetValue(name, out var group) ? Group(group, new($"{scope.Prefix}{id}:", scope, id) { Size = SizeOf(group) }, node) : null;
    }

    private static int SizeOf(JsonElement part) => JsonMarshal.GetRawUtf8Value(part).Length;

    // A group's nodes are known by their place in the list. What is linked to nothing inside is, in order, what the group shows outside.
    private static ComfyScope Group(JsonElement group, ComfyScope scope, JsonElement instance)
    {
        foreach (var (node, at) in group.At("nodes").Items().Take(MostNodes).Select((node, at) => (node, at))) scope.Nodes.Add($"{at}", node);
        var linked = new HashSet<ComfyLink>();
        foreach (var link in group.At("links").Items().Take(MostNodes * 4))
            if (link.ValueKind == JsonValueKind.Array && link.GetArrayLength() >= 4 && link[0].Text() is { } from && ComfyScope.Slot(link[1], out var slot)
                && link[2].Text() is { } to && ComfyScope.Slot(link[3], out var place))
            {
                scope.ByTarget.TryAdd(new(to, place), new(from, slot));
                linked.Add(new(from, slot));
            }

        var (inputs, outputs) = (0, 0);
        foreach (var (id, node) in scope.Nodes)
        {
            foreach (var (input, at) in node.At("inputs").Items().Take(ComfyNode.MostInputs).Select((input, at) => (input, at)))
                if (!input.Has("widget") && scope.ByTarget.TryAdd(new(id, at), new(ComfyScope.Inputs, inputs)))
                    inputs++;
            var shown = node.At("outputs").Items().Take(ComfyNode.MostInputs).Count();
            for (var at = 0; at < shown; at++)
                if (!linked.Contains(new(id, at)))
                    scope.ByTarget.TryAdd(new(ComfyScope.Outputs, outputs++), new(id, at));
        }

        Spread(scope, [.. instance.At("widgets_values").Items()]);
        return scope;
    }

    // The values of all its nodes in one list. Where it does not come out even, none is taken: those of the template are others.
    private static void Spread(ComfyScope scope, List<JsonElement> values)
    {
        var counts = scope.Nodes.ToDictionary(node => node.Key, node => node.Value.At("widgets_values").Items().Count());
        var even = counts.Values.Sum() == values.Count;
        var from = 0;
        foreach (var (id, count) in counts)
        {
            scope.Replaced[id] = even ? values.GetRange(from, count) : [];
            from += count;
        }
    }
}
