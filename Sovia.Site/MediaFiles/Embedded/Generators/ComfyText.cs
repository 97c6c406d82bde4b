using System.Text.Json;
using Sovia.MediaFiles.Embedded.Texts;

namespace Sovia.MediaFiles.Embedded.Generators;

/// <summary>Follows a sampler's conditioning back to the words it was encoded from.</summary>
internal static class ComfyText
{
    private const int MostSteps = 500;

    /// <summary>The words of one side; several encoders joined by lines. Null where none were found.</summary>
    public static string? Behind(ComfyGraph graph, ComfyNode sampler, string side, string[] textInputs)
    {
        var start = graph.Linked(sampler.Inputs.At(side));
        // A guider stands between a newer sampler and its conditioning, and the plain one has no negative side.
        if (start is null && graph.Linked(sampler.Inputs.At("guider")) is { } guider)
            start = graph.Linked(guider.Inputs.At(side)) ?? (side == "positive" ? graph.Linked(guider.Inputs.At("conditioning")) : null);
        if (start is null) return null;

        var texts = new List<string>();
        var seen = new HashSet<string>();
        var next = new Stack<ComfyNode>([start]);
        for (var step = 0; step < MostSteps && next.TryPop(out var node); step++)
        {
            if (!seen.Add(node.Id) || node.Class.Contains("ZeroOut", StringComparison.Ordinal)) continue;
            var words = textInputs.Select(node.Text).Where(text => !string.IsNullOrWhiteSpace(text)).OfType<string>().Distinct().ToList();
            texts.AddRange(words.Except(texts));
            if (words.Count == 0) foreach (var link in Onwards(graph, node, side, textInputs)) next.Push(link);
        }

        return texts.Count == 0 ? null : string.Join('\n', texts);
    }

    // A control net passes both sides through; only this one's is followed, the first of it last onto the stack. Models, pictures and masks hold no words.
    private static List<ComfyNode> Onwards(ComfyGraph graph, ComfyNode node, string side, string[] textInputs) =>
        [.. node.Inputs.Members().Reverse().Where(input => node.Inputs.Has(side) ? input.Name == side : IsWordy(input, textInputs)).Select(input => graph.Linked(input.Value)).OfType<ComfyNode>()];

    private static bool IsWordy(JsonProperty input, string[] textInputs) =>
        textInputs.Contains(input.Name) || input.Name.Contains("conditioning", StringComparison.OrdinalIgnoreCase)
        || input.Name.Contains("text", StringComparison.OrdinalIgnoreCase) || input.Name.Contains("string", StringComparison.OrdinalIgnoreCase);
}
