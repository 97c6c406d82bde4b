namespace Sovia.Metadata.Generators;

/// <summary>
/// Gathers the words of one side by following links and values of its inputs. Of an input that is named for the other side nothing is ever
/// read, nor anything behind it.
/// </summary>
internal sealed class ComfyPromptCollector(ComfyGraph graph, ComfySide side)
{
    private const int MostSteps = 500;
    private const int Deepest = 200;
    private const int LongestDelimiter = 100;

    private readonly HashSet<(string Node, bool Behind)> seen = [];

    /// <summary>The inputs whose words were taken, as node and name.</summary>
    public HashSet<(string Node, string Input)> UsedInputs { get; } = [];

    /// <summary>
    /// The words of this side of a node that draws; null where none are found, or where it cannot be told which are meant.
    /// </summary>
    public string? Collect(ComfyNode sampler) => At(sampler, behind: false, 0);

    /// <summary>The words at one node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="behind">Whether the way led through an input of this side, so that all that follows belongs to it.</param>
    /// <param name="depth">How far from the sampler.</param>
    private string? At(ComfyNode node, bool behind, int depth)
    {
        if (depth > Deepest || seen.Count > MostSteps || !seen.Add((node.Id, behind))) return null;
        // Nothing is left of what was encoded, and what is made for the other side is never this one's.
        if (node.ClassContains("ZeroOut") || (side == ComfySide.Positive && node.ClassContains("negative")
            && !node.ClassContains("positive"))) return null;
        if (ComfySwitch.FindActiveInputs(graph, node) is { } chosen) return Join(node, chosen, behind, depth);
        var own = node.Inputs.Where(input => ComfyInputName.GetSide(input.Name) == side).ToList();
        if (own.Count > 0) return Join(node, own, true, depth);
        var open = node.Inputs.Where(input => ComfyInputName.GetSide(input.Name) == ComfySide.Either).ToList();
        if (side == ComfySide.Negative && !behind) return Join(node, [.. open.Where(HoldsBoth)], false, depth);
        return Named(node, open, behind, depth) ?? Unnamed(node, open, behind, depth);
    }

    // A bundle of both sides, or the output of a node that encodes both.
    private bool HoldsBoth(ComfyInput input) =>
        ComfyInputName.IsBundle(input.Name) || ((ComfyInputName.IsText(input.Name) || ComfyInputName.IsConditioning(input.Name))
            && graph.FindNode(input.Link)?.HasNegative == true);

    // What the name calls text or conditioning. A node that shows a text keeps the last one shown as a value, so the linked one comes
    // first.
    private string? Named(ComfyNode node, List<ComfyInput> open, bool behind, int depth)
    {
        var wordy = open.Where(input => ComfyInputName.IsText(input.Name)
            || (input.Link is not null && ComfyInputName.IsConditioning(input.Name))).ToList();
        if (node.ClassContains("Show") || node.ClassContains("Display") || node.ClassContains("Preview"))
            return Join(node, [.. wordy.Where(input => input.Link is not null)], behind, depth)
                ?? Join(node, [.. wordy.Where(input => input.Link is null)], behind, depth);
        // Wildcards as they came out, not as they were written.
        if (wordy.Exists(input => input.Name.Contains("populated", StringComparison.Ordinal)
            && (input.NonBlankText ?? (object?)input.Link) is not null))
            wordy.RemoveAll(input => input.Name.Contains("wildcard", StringComparison.Ordinal));
        return Join(node, wordy, behind, depth);
    }

    // A node of unknown make: the ways that may lead to words, or its only phrase. Of several phrases any may be something else.
    private string? Unnamed(ComfyNode node, List<ComfyInput> open, bool behind, int depth)
    {
        var ways = open.Where(input => input.Link is not null && ComfyInputName.MayLeadToText(input.Name)).ToList();
        if (!behind && ways.Count != 1) return null;
        if (Join(node, ways, behind, depth) is { } found) return found;
        var phrases = open.Where(input => input.NonBlankText is { } words && words.Trim().Contains(' ', StringComparison.Ordinal)
            && ComfyInputName.MayLeadToText(input.Name)).ToList();
        return phrases.Count == 1 ? Join(node, phrases, behind, depth) : null;
    }

    private string? Join(ComfyNode node, IReadOnlyList<ComfyInput> inputs, bool behind, int depth)
    {
        var pieces = new List<string>();
        foreach (var input in inputs.OrderBy(input => ComfyInputName.GetOrder(input.Name)))
            if (Read(node, input, behind, depth) is { } words)
                pieces.Add(words);
        if (pieces.Count == 0) return null;
        var joint = node.Inputs.FirstOrDefault(input => ComfyInputName.IsSeparator(input.Name));
        // It stands once between every two pieces, so a long one would fill the memory.
        return joint is null || graph.ResolveValue(joint) is not { Length: <= LongestDelimiter } between
            ? string.Join('\n', pieces.Distinct()) : string.Join(Delimiter(between), pieces);
    }

    private string? Read(ComfyNode node, ComfyInput input, bool behind, int depth)
    {
        if (input.Link is { } link)
        {
            // Behind a guider or a pipe both sides are still ahead.
            return graph.FindNode(link) is { } linked ? At(linked, behind || !ComfyInputName.IsBundle(input.Name), depth + 1) : null;
        }

        if (input.NonBlankText is not { } words) return null;
        UsedInputs.Add((node.Id, input.Name));
        return words;
    }

    // Written as people type them into a field of one line.
    private static string Delimiter(string text) => text.Trim().ToLowerInvariant() switch
    {
        "comma" => ", ",
        "newline" => "\n",
        "space" => " ",
        "none" => "",
        _ => text.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal),
    };
}
