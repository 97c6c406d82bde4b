namespace Sovia.Metadata.Generators;

/// <summary>
/// Collects the prompt of one side by following the links and values of inputs. Never reads an input named for the other side, nor anything
/// behind it.
/// </summary>
internal sealed class ComfyPromptCollector(ComfyGraph graph, ComfySide side)
{
    private const int MaxSteps = 500;
    private const int Deepest = 200;
    private const int LongestDelimiter = 100;

    private readonly HashSet<(string Node, bool Behind)> seen = [];

    /// <summary>The inputs whose text was used, as node and name.</summary>
    public HashSet<(string Node, string Input)> UsedInputs { get; } = [];

    /// <summary>Returns this side's prompt of a sampler; null if none is found or the text is ambiguous.</summary>
    public string? Collect(ComfyNode sampler) => At(sampler, behind: false, 0);

    /// <summary>Returns the text at a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="behind">Whether the path has passed through an input of this side, so that everything further along belongs to this
    /// side.</param>
    /// <param name="depth">Distance from the sampler.</param>
    private string? At(ComfyNode node, bool behind, int depth)
    {
        if (depth > Deepest || seen.Count > MaxSteps || !seen.Add((node.Id, behind))) return null;
        // ZeroOut discards the encoded text, and a node named for the negative side never provides the positive one.
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

    // Reads inputs whose names mean text or conditioning. A node that displays text stores the last text shown as a value, so the
    // linked input comes first.
    private string? Named(ComfyNode node, List<ComfyInput> open, bool behind, int depth)
    {
        var wordy = open.Where(input => ComfyInputName.IsText(input.Name)
            || (input.Link is not null && ComfyInputName.IsConditioning(input.Name))).ToList();
        if (node.ClassContains("Show") || node.ClassContains("Display") || node.ClassContains("Preview"))
            return Join(node, [.. wordy.Where(input => input.Link is not null)], behind, depth)
                ?? Join(node, [.. wordy.Where(input => input.Link is null)], behind, depth);
        // Prefers wildcards as resolved over their template.
        if (wordy.Exists(input => input.Name.Contains("populated", StringComparison.Ordinal)
            && (input.NonBlankText ?? (object?)input.Link) is not null))
            wordy.RemoveAll(input => input.Name.Contains("wildcard", StringComparison.OrdinalIgnoreCase));
        return Join(node, wordy, behind, depth);
    }

    // A node of unknown type: follows the links that may lead to text, or uses its only phrase. Several phrases would be ambiguous.
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
        // The separator is repeated between all pieces, so a long one would exhaust memory.
        return joint is null || graph.ResolveValue(joint) is not { Length: <= LongestDelimiter } between
            ? string.Join('\n', pieces.Distinct()) : string.Join(Delimiter(between), pieces);
    }

    private string? Read(ComfyNode node, ComfyInput input, bool behind, int depth)
    {
        if (input.Link is { } link)
        {
            // Both sides are still possible behind a guider or a pipe.
            return graph.FindNode(link) is { } linked ? At(linked, behind || !ComfyInputName.IsBundle(input.Name), depth + 1) : null;
        }

        if (input.NonBlankText is not { } words) return null;
        UsedInputs.Add((node.Id, input.Name));
        return words;
    }

    // Separators as users type them into a single-line field.
    private static string Delimiter(string text) => text.Trim().ToLowerInvariant() switch
    {
        "comma" => ", ",
        "newline" => "\n",
        "space" => " ",
        "none" => "",
        _ => text.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal),
    };
}
