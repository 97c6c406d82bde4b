namespace Sovia.Metadata.Generators;

/// <summary>
/// Collects the prompt of one side by following the links and values of inputs. Never reads an input named for the other side, nor anything
/// upstream of it.
/// </summary>
internal sealed class ComfyPromptCollector(ComfyGraph graph, ComfySide side)
{
    private const int MaxSteps = 500;
    private const int MaxDepth = 200;
    private const int MaxSeparatorLength = 100;

    private readonly HashSet<(string Node, bool Behind)> visited = [];

    /// <summary>The inputs whose text was used, as node and name.</summary>
    public HashSet<(string Node, string Input)> UsedInputs { get; } = [];

    /// <summary>Returns this side's prompt of a sampler; null if none is found or the text is ambiguous.</summary>
    public string? Collect(ComfyNode sampler) => ReadNode(sampler, isOnSide: false, 0);

    /// <summary>Returns the text at a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="isOnSide">Whether the path has passed through an input of this side, so that everything further along belongs to this
    /// side.</param>
    /// <param name="depth">Distance from the sampler.</param>
    private string? ReadNode(ComfyNode node, bool isOnSide, int depth)
    {
        if (depth > MaxDepth || visited.Count > MaxSteps || !visited.Add((node.Id, isOnSide))) return null;
        // ZeroOut discards the encoded text, and a node named for the negative side never provides the positive one.
        if (node.ClassContains("ZeroOut") || (side == ComfySide.Positive && node.ClassContains("negative")
            && !node.ClassContains("positive"))) return null;
        if (ComfySwitch.FindActiveInputs(graph, node) is { } activeInputs) return Join(node, activeInputs, isOnSide, depth);
        var ownInputs = node.Inputs.Where(input => ComfyInputName.GetSide(input.Name) == side).ToList();
        if (ownInputs.Count > 0) return Join(node, ownInputs, true, depth);
        var candidates = node.Inputs.Where(input => ComfyInputName.GetSide(input.Name) == ComfySide.Either).ToList();
        if (side == ComfySide.Negative && !isOnSide) return Join(node, [.. candidates.Where(HasBothSides)], false, depth);
        return ReadNamed(node, candidates, isOnSide, depth) ?? ReadUnnamed(node, candidates, isOnSide, depth);
    }

    // A bundle of both sides, or the output of a node that encodes both.
    private bool HasBothSides(ComfyInput input) =>
        ComfyInputName.IsBundle(input.Name) || ((ComfyInputName.IsText(input.Name) || ComfyInputName.IsConditioning(input.Name))
            && graph.FindNode(input.Link)?.HasNegative == true);

    // Reads inputs whose names mean text or conditioning. A node that displays text stores the last text shown as a value, so the
    // linked input comes first.
    private string? ReadNamed(ComfyNode node, List<ComfyInput> candidates, bool isOnSide, int depth)
    {
        var textInputs = candidates.Where(input => ComfyInputName.IsText(input.Name)
            || (input.Link is not null && ComfyInputName.IsConditioning(input.Name))).ToList();
        if (node.ClassContains("Show") || node.ClassContains("Display") || node.ClassContains("Preview"))
            return Join(node, [.. textInputs.Where(input => input.Link is not null)], isOnSide, depth)
                ?? Join(node, [.. textInputs.Where(input => input.Link is null)], isOnSide, depth);
        // Prefers wildcards as resolved over their template.
        if (textInputs.Exists(input => input.Name.Contains("populated", StringComparison.Ordinal)
            && (input.NonBlankText ?? (object?)input.Link) is not null))
            textInputs.RemoveAll(input => input.Name.Contains("wildcard", StringComparison.OrdinalIgnoreCase));
        return Join(node, textInputs, isOnSide, depth);
    }

    // A node of unknown type: follows the links that may lead to text, or uses its only phrase. Several phrases would be ambiguous.
    private string? ReadUnnamed(ComfyNode node, List<ComfyInput> candidates, bool isOnSide, int depth)
    {
        var linkedInputs = candidates.Where(input => input.Link is not null && ComfyInputName.MayLeadToText(input.Name)).ToList();
        if (!isOnSide && linkedInputs.Count != 1) return null;
        if (Join(node, linkedInputs, isOnSide, depth) is { } linkedText) return linkedText;
        var phrases = candidates.Where(input => input.NonBlankText is { } text && text.Trim().Contains(' ', StringComparison.Ordinal)
            && ComfyInputName.MayLeadToText(input.Name)).ToList();
        return phrases.Count == 1 ? Join(node, phrases, isOnSide, depth) : null;
    }

    private string? Join(ComfyNode node, IReadOnlyList<ComfyInput> inputs, bool isOnSide, int depth)
    {
        var pieces = new List<string>();
        foreach (var input in inputs.OrderBy(input => ComfyInputName.GetOrder(input.Name)))
            if (ReadInput(node, input, isOnSide, depth) is { } text)
                pieces.Add(text);
        if (pieces.Count == 0) return null;
        var separatorInput = node.Inputs.FirstOrDefault(input => ComfyInputName.IsSeparator(input.Name));
        // The separator is repeated between all pieces, so a long one would exhaust memory.
        return separatorInput is null || graph.ResolveValue(separatorInput) is not { Length: <= MaxSeparatorLength } separator
            ? string.Join('\n', pieces.Distinct()) : string.Join(ParseSeparator(separator), pieces);
    }

    private string? ReadInput(ComfyNode node, ComfyInput input, bool isOnSide, int depth)
    {
        if (input.Link is { } link)
        {
            // Both sides are still possible behind a guider or a pipe.
            return graph.FindNode(link) is { } next ? ReadNode(next, isOnSide || !ComfyInputName.IsBundle(input.Name), depth + 1) : null;
        }

        if (input.NonBlankText is not { } text) return null;
        UsedInputs.Add((node.Id, input.Name));
        return text;
    }

    // Separators as users type them into a single-line field.
    private static string ParseSeparator(string text) => text.Trim().ToLowerInvariant() switch
    {
        "comma" => ", ",
        "newline" => "\n",
        "space" => " ",
        "none" => "",
        _ => text.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal),
    };
}
