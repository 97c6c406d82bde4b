using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>
/// Converts a graph in the editor's format to the nodes that would be executed: expands subgraphs, omits muted and bypassed nodes, names
/// the values.
/// </summary>
internal sealed class ComfyWorkflow
{
    private const int Deepest = 10;
    private const int LongestWay = 50;
    private const long MaxUnfolded = 4 << 20;
    private const int Muted = 2, Bypassed = 4;

    private readonly Dictionary<string, ComfyScope> scopes = [];
    private readonly List<ComfyNode> read = [];
    private readonly ComfySubgraphs parts;
    private readonly int most;
    private long unfolded;

    private ComfyWorkflow(JsonElement workflow, int most)
    {
        parts = new(workflow);
        this.most = most;
    }

    /// <summary>Returns the nodes, up to a maximum; empty if the JSON is not such a graph.</summary>
    public static IReadOnlyList<ComfyNode> ReadNodes(JsonElement workflow, int most)
    {
        var reading = new ComfyWorkflow(workflow, most);
        var root = ComfyScope.Parse(workflow, most);
        reading.Unfold(root, 0);
        foreach (var scope in reading.scopes.Values.Prepend(root)) reading.Read(scope);
        return reading.read;
    }

    // Expands all scopes before reading nodes, because a link may lead into any scope. Limits the total size, because a few bytes can
    // expand to any number of nodes.
    private void Unfold(ComfyScope scope, int depth)
    {
        if (depth == Deepest) return;
        foreach (var (id, node) in scope.Nodes)
        {
            if (scopes.Count >= most || unfolded >= MaxUnfolded) return;
            if (scopes.ContainsKey(scope.Prefix + id) || parts.Expand(scope, id, node) is not { } inner) continue;
            unfolded += inner.JsonLength;
            scopes.Add(scope.Prefix + id, inner);
            Unfold(inner, depth + 1);
        }
    }

    private void Read(ComfyScope scope)
    {
        foreach (var (id, node) in scope.Nodes)
        {
            if (read.Count >= most) return;
            if (Mode(node) is Muted or Bypassed || scopes.ContainsKey(scope.Prefix + id) || node.FindProperty("type")
                .GetText() is not { } kind) continue;
            var own = ComfyWidgets.ReadInputs(kind, node, scope.GetValues(id, node));
            var inputs = new List<ComfyInput>();
            foreach (var (input, at) in node.FindProperty("inputs").EnumerateItems().Take(ComfyNode.MaxInputs)
                .Select((input, at) => (input, at)))
            {
                var name = input.FindProperty("widget").FindProperty("name").GetText() ?? input.FindProperty("name").GetText() ?? "";
                if (scope.FindSource(id, at, input) is not { } source || Follow(scope, source, 0) is not { } found) continue;
                own.RemoveAll(value => value.Name == name);
                inputs.Add(found with { Name = name });
            }

            read.Add(new(scope.Prefix + id, kind, [.. own, .. inputs]));
        }
    }

    /// <summary>
    /// Follows a link to another node's output, or to a value set on the outside of a subgraph. Returns null if it leads nowhere.
    /// </summary>
    private ComfyInput? Follow(ComfyScope scope, ComfyLink source, int way)
    {
        if (way > LongestWay) return null;
        if (source.Node == ComfyScope.InputsNode)
        {
            if (scope.Outer is not { } outer || outer.FindInput(scope.Instance!, source.Slot) is not { } input) return null;
            if (outer.FindSource(scope.Instance!, source.Slot, input) is { } further) return Follow(outer, further, way + 1);
            return input.FindProperty("widget").FindProperty("name").GetText() is { } name
                ? ComfyWidgets.FindPromoted(outer.Nodes[scope.Instance!], name) : null;
        }

        if (!scope.Nodes.TryGetValue(source.Node, out var node) || Mode(node) == Muted) return null;
        if (scopes.TryGetValue(scope.Prefix + source.Node, out var inner))
            return inner.FindSource(ComfyScope.OutputsNode, source.Slot, default) is { } result ? Follow(inner, result, way + 1) : null;
        if (Mode(node) == Bypassed) return Through(scope, source, node, way);
        if (node.FindProperty("type").GetText() is "GetNode" && scope.FindSetter(node) is { } setter)
            return scope.FindSource(setter, 0, scope.FindInput(setter, 0) ?? default) is { } set ? Follow(scope, set, way + 1) : null;
        return new("", new(scope.Prefix + source.Node, source.Slot), null, false);
    }

    // A bypassed node forwards the first input of the output's type.
    private ComfyInput? Through(ComfyScope scope, ComfyLink source, JsonElement node, int way)
    {
        var type = node.FindProperty("outputs").EnumerateItems().ElementAtOrDefault(source.Slot).FindProperty("type").GetText();
        foreach (var (input, at) in node.FindProperty("inputs").EnumerateItems().Select((input, at) => (input, at)))
            if (input.FindProperty("type").GetText() == type && scope.FindSource(source.Node, at, input) is { } further)
                return Follow(scope, further, way + 1);
        return null;
    }

    private static int Mode(JsonElement node) =>
        node.FindProperty("mode") is { ValueKind: JsonValueKind.Number } mode && mode.TryGetInt32(out var number) ? number : 0;
}
