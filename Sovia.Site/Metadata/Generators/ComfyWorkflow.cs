using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>
/// Converts a graph in the editor's format to the nodes that would be executed: expands subgraphs, omits muted and bypassed nodes, names
/// the values.
/// </summary>
internal sealed class ComfyWorkflow
{
    private const int MaxDepth = 10;
    private const int MaxHops = 50;
    private const long MaxExpandedBytes = 4 << 20;
    private const int Muted = 2, Bypassed = 4;

    private readonly Dictionary<string, ComfyScope> scopes = [];
    private readonly List<ComfyNode> nodes = [];
    private readonly ComfySubgraphs subgraphs;
    private readonly int maxNodes;
    private long expandedBytes;

    private ComfyWorkflow(JsonElement workflow, int most)
    {
        subgraphs = new(workflow);
        this.maxNodes = most;
    }

    /// <summary>Returns the nodes, up to a maximum; empty if the JSON is not such a graph.</summary>
    public static IReadOnlyList<ComfyNode> ReadNodes(JsonElement workflow, int most)
    {
        var converter = new ComfyWorkflow(workflow, most);
        var root = ComfyScope.Parse(workflow, most);
        converter.ExpandSubgraphs(root, 0);
        foreach (var scope in converter.scopes.Values.Prepend(root)) converter.ReadScope(scope);
        return converter.nodes;
    }

    // Expands all scopes before reading nodes, because a link may lead into any scope. Limits the total size, because a few bytes can
    // expand to any number of nodes.
    private void ExpandSubgraphs(ComfyScope scope, int depth)
    {
        if (depth == MaxDepth) return;
        foreach (var (id, node) in scope.Nodes)
        {
            if (scopes.Count >= maxNodes || expandedBytes >= MaxExpandedBytes) return;
            if (scopes.ContainsKey(scope.Prefix + id) || subgraphs.Expand(scope, id, node) is not { } innerScope) continue;
            expandedBytes += innerScope.JsonLength;
            scopes.Add(scope.Prefix + id, innerScope);
            ExpandSubgraphs(innerScope, depth + 1);
        }
    }

    private void ReadScope(ComfyScope scope)
    {
        foreach (var (id, node) in scope.Nodes)
        {
            if (nodes.Count >= maxNodes) return;
            if (ReadMode(node) is Muted or Bypassed || scopes.ContainsKey(scope.Prefix + id) || node.FindProperty("type")
                .GetText() is not { } classType) continue;
            var widgetInputs = ComfyWidgets.ReadInputs(classType, node, scope.GetValues(id, node));
            var linkedInputs = new List<ComfyInput>();
            foreach (var (input, slot) in node.FindProperty("inputs").EnumerateItems().Take(ComfyNode.MaxInputs)
                .Select((input, at) => (input, at)))
            {
                var name = input.FindProperty("widget").FindProperty("name").GetText() ?? input.FindProperty("name").GetText() ?? "";
                if (scope.FindSource(id, slot, input) is not { } source || Follow(scope, source, 0) is not { } resolvedInput) continue;
                widgetInputs.RemoveAll(value => value.Name == name);
                linkedInputs.Add(resolvedInput with { Name = name });
            }

            nodes.Add(new(scope.Prefix + id, classType, [.. widgetInputs, .. linkedInputs]));
        }
    }

    /// <summary>
    /// Follows a link to another node's output, or to a value set on the outside of a subgraph. Returns null if it leads nowhere.
    /// </summary>
    private ComfyInput? Follow(ComfyScope scope, ComfyLink source, int hops)
    {
        if (hops > MaxHops) return null;
        if (source.Node == ComfyScope.InputsNode)
        {
            if (scope.Outer is not { } outer || outer.FindInput(scope.Instance!, source.Slot) is not { } input) return null;
            if (outer.FindSource(scope.Instance!, source.Slot, input) is { } outerSource) return Follow(outer, outerSource, hops + 1);
            return input.FindProperty("widget").FindProperty("name").GetText() is { } name
                ? ComfyWidgets.FindPromoted(outer.Nodes[scope.Instance!], name) : null;
        }

        if (!scope.Nodes.TryGetValue(source.Node, out var node) || ReadMode(node) == Muted) return null;
        if (scopes.TryGetValue(scope.Prefix + source.Node, out var inner))
            return inner.FindSource(ComfyScope.OutputsNode, source.Slot, default) is { } result ? Follow(inner, result, hops + 1) : null;
        if (ReadMode(node) == Bypassed) return FollowBypassed(scope, source, node, hops);
        if (node.FindProperty("type").GetText() is "GetNode" && scope.FindSetter(node) is { } setter)
            return scope.FindSource(setter, 0, scope.FindInput(setter, 0) ?? default) is { } link ? Follow(scope, link, hops + 1) : null;
        return new("", new(scope.Prefix + source.Node, source.Slot), null, false);
    }

    // A bypassed node forwards the first input of the output's type.
    private ComfyInput? FollowBypassed(ComfyScope scope, ComfyLink source, JsonElement node, int hops)
    {
        var type = node.FindProperty("outputs").EnumerateItems().ElementAtOrDefault(source.Slot).FindProperty("type").GetText();
        foreach (var (input, slot) in node.FindProperty("inputs").EnumerateItems().Select((input, at) => (input, at)))
            if (input.FindProperty("type").GetText() == type && scope.FindSource(source.Node, slot, input) is { } nextSource)
                return Follow(scope, nextSource, hops + 1);
        return null;
    }

    private static int ReadMode(JsonElement node) =>
        node.FindProperty("mode") is { ValueKind: JsonValueKind.Number } mode && mode.TryGetInt32(out var number) ? number : 0;
}
