namespace Sovia.Metadata.Generators;

/// <summary>Resolves nodes that use only one of their inputs, chosen by another input or by which inputs are connected.</summary>
internal static class ComfySwitch
{
    private static readonly string[] Selectors =
    [
        "select", "selected", "selection", "select_input", "input", "index", "choice", "which", "channel", "switch", "switcher", "boolean",
        "boolean_number", "bool", "condition", "cond",
        "value", "use_first", "any",
    ];

    private static readonly (string Yes, string No)[] Pairs =
    [
        ("on_true", "on_false"), ("if_true", "if_false"), ("true_value", "false_value"), ("tt_value", "ff_value"),
        ("when_true", "when_false"), ("true", "false"),
        ("text_true", "text_false"), ("value_if_true", "value_if_false"), ("then", "else"),
    ];

    /// <summary>Returns the active input, or none if it is unknown; null if the node is not a switch.</summary>
    public static IReadOnlyList<ComfyInput>? FindActiveInputs(ComfyGraph graph, ComfyNode node)
    {
        var (yes, no) = Pairs.Select(pair => (Find(node, pair.Yes), Find(node, pair.No))).FirstOrDefault(pair => pair is ({ }, { }));
        var selector = graph.ResolveSelector(node,
            node.Inputs.Where(input => input != yes && input != no && Selectors.Contains(input.Name.ToLowerInvariant())));
        if (yes is not null) return ParseBoolean(selector) switch { true => [yes], false => [no!], null => [] };
        if (!node.ClassContains("Switch") && !node.ClassContains("Selector") && !node.ClassContains("Branch")
            && !node.ClassContains("IfElse")) return null;
        var branches = node.Inputs.Where(input => ComfyInputName.ParseNumber(input.Name) is not null)
            .OrderBy(input => ComfyInputName.ParseNumber(input.Name)).ToList();
        if (branches.Count == 0) return null;
        if (selector is null)
            // Without a selector the first connected input is active. If the selector's value is unknown, none is.
            return node.Inputs.Any(input => Selectors.Contains(input.Name.ToLowerInvariant())) ? []
                : [.. branches.Where(input => (input.NonBlankText ?? (object?)input.Link) is not null).Take(1)];
        var byName = branches.Where(input => input.Name == selector).ToList();
        if (byName.Count > 0) return byName;
        if (int.TryParse(selector, out var number) && !node.Inputs.Any(input => input.Name is "boolean_number"))
            return [.. branches.Where(input => ComfyInputName.ParseNumber(input.Name) == number)];
        return ParseBoolean(selector) switch { true => [branches[0]], false when branches.Count > 1 => [branches[1]], _ => [] };
    }

    private static ComfyInput? Find(ComfyNode node, string name) =>
        node.Inputs.FirstOrDefault(input => input.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static bool? ParseBoolean(string? text) => text?.ToLowerInvariant() switch
    {
        "true" or "1" or "1.0" or "yes" or "on" => true,
        "false" or "0" or "0.0" or "no" or "off" => false,
        _ => null,
    };
}
