using System.Text.Json;
using Sovia.MediaFiles.Embedded.Texts;

namespace Sovia.MediaFiles.Embedded.Generators;

/// <summary>Reads the editor's form of a graph as the nodes that would be run: subgraphs unfolded, muted and bypassed nodes left out, values under their names.</summary>
internal sealed class ComfyWorkflow
{
    private const int Deepest = 10;
    private const int LongestWay = 50;
    private const long MostUnfolded = 4 << 20;
    private const int Muted = 2, Bypassed = 4;

    private readonly Dictionary<string, ComfyScope> scopes = [];
    private readonly List<ComfyNode> read = [];
    private readonly ComfyParts parts;
    private readonly int most;
    private long unfolded;

    private ComfyWorkflow(JsonElement workflow, int most)
    {
        parts = new(workflow);
        this.most = most;
    }

    /// <summary>The nodes, at most so many; none where the JSON is no such graph.</summary>
    public static IReadOnlyList<ComfyNode> Nodes(JsonElement workflow, int most)
    {
        var reading = new ComfyWorkflow(workflow, most);
        var root = ComfyScope.Of(workflow, most);
        reading.Unfold(root, 0);
        foreach (var scope in reading.scopes.Values.Prepend(root)) reading.Read(scope);
        return reading.read;
    }

    // Scopes before nodes: a link may lead into any of them. A few bytes can unfold to any number of nodes, so what is unfolded is counted.
    private void Unfold(ComfyScope scope, int depth)
    {
        if (depth == Deepest) return;
        foreach (var (id, node) in scope.Nodes)
        {
            if (scopes.Count >= most || unfolded >= MostUnfolded) return;
            if (scopes.ContainsKey(scope.Prefix + id) || parts.Inside(scope, id, node) is not { } inner) continue;
            unfolded += inner.Size;
            scopes.Add(scope.Prefix + id, inner);
            Unfold(inner, depth + 1);
        }
    }

    private void Read(ComfyScope scope)
    {
        foreach (var (id, node) in scope.Nodes)
        {
            if (read.Count >= most) return;
            if (Mode(node) is Muted or Bypassed || scopes.ContainsKey(scope.Prefix + id) || node.At("type").Text() is not { } kind) continue;
            var own = ComfyWidgets.Of(kind, node, scope.Values(id, node));
            var inputs = new List<ComfyInput>();
            foreach (var (input, at) in node.At("inputs").Items().Take(ComfyNode.MostInputs).Select((input, at) => (input, at)))
            {
                var name = input.At("widget").At("name").Text() ?? input.At("name").Text() ?? "";
                if (scope.Source(id, at, input) is not { } source || Follow(scope, source, 0) is not { } found) continue;
                own.RemoveAll(value => value.Name == name);
                inputs.Add(found with { Name = name });
            }

            read.Add(new(scope.Prefix + id, kind, [.. own, .. inputs]));
        }
    }

    /// <summary>What a link brings: another node's output, or a value that is set on the outside of a subgraph. Null where it leads nowhere.</summary>
    private ComfyInput? Follow(ComfyScope scope, ComfyLink source, int way)
    {
        if (way > LongestWay) return null;
        if (source.Node == ComfyScope.Inputs)
        {
            if (scope.Outer is not { } outer || outer.Input(scope.Instance!, source.Slot) is not { } input) return null;
            if (outer.Source(scope.Instance!, source.Slot, input) is { } further) return Follow(outer, further, way + 1);
            return input.At("widget").At("name").Text() is { } name ? ComfyWidgets.Promoted(outer.Nodes[scope.Instance!], name) : null;
        }

        if (!scope.Nodes.TryGetValue(source.Node, out var node) || Mode(node) == Muted) return null;
        if (scopes.TryGetValue(scope.Prefix + source.Node, out var inner))
            return inner.Source(ComfyScope.Outputs, source.Slot, default) is { } result ? Follow(inner, result, way + 1) : null;
        if (Mode(node) == Bypassed) return Through(scope, source, node, way);
        if (node.At("type").Text() is "GetNode" && scope.Setter(node) is { } setter)
            return scope.Source(setter, 0, scope.Input(setter, 0) ?? default) is { } set ? Follow(scope, set, way + 1) : null;
        return new("", new(scope.Prefix + source.Node, source.Slot), null, false);
    }

    // A bypassed node hands on the first input of the output's type.
    private ComfyInput? Through(ComfyScope scope, ComfyLink source, JsonElement node, int way)
    {
        var type = node.At("outputs").Items().ElementAtOrDefault(source.Slot).At("type").Text();
        foreach (var (input, at) in node.At("inputs").Items().Select((input, at) => (input, at)))
            if (input.At("type").Text() == type && scope.Source(source.Node, at, input) is { } further)
                return Follow(scope, further, way + 1);
        return null;
    }

    private static int Mode(JsonElement node) => node.At("mode") is { ValueKind: JsonValueKind.Number } mode && mode.TryGetInt32(out var number) ? number : 0;
}
