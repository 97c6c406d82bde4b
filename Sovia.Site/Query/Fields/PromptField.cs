using System.Collections.Immutable;
using Sovia.Library;
using Sovia.Library.Dates;
using Sovia.Query.Facets;
using Sovia.Query.Language;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by whether an item has a prompt, and by exact prompt.</summary>
internal static class PromptField
{
    public static readonly Field Field = new("prompt")
    {
        Metatags = [new PromptMetatag()],
        Has = [("prompt", new Term.HasPrompt(true))],
        Facet = new PromptFacet(),
    };
}

/// <summary>The <c>prompt:</c> metatag, which takes <c>any</c>, <c>none</c> or a prompt's key.</summary>
internal sealed class PromptMetatag : IMetatag
{
    public string Name => "prompt";

    public string Help =>
        "Has a prompt (any or none), in any item of the stack. Or the key from a prompt page's link, for everything made from exactly "
        + "that prompt.";

    public ImmutableArray<string> Examples =>
        ["prompt:none", "prompt:any", $"prompt:{PromptKey.Format(PromptKey.ComputeFromClean("lighthouse at dusk"))}"];

    public ImmutableArray<string> Values => ["none", "any"];

    public ParsedValue Parse(ValueItem item, LocalCalendar calendar) => item.Text.ToLowerInvariant() switch
    {
        "none" => new(new Term.HasPrompt(false), "none"),
        "any" => new(new Term.HasPrompt(true), "any"),
        var text when PromptKey.Parse(text) is { } promptKey => new(new Term.PromptIs(promptKey), text),
        _ => ParsedValue.Invalid(
            $"“{SyntaxCharacters.Truncate(item.Text, 40)}” isn't a valid prompt. Use none, any or the {PromptKey.Digits} digits of a prompt's page."),
    };
}

/// <summary>Counts items with and without a prompt.</summary>
internal sealed class PromptFacet() : ChoiceFacet("prompt", "Prompt", "x.prompted::integer", 2,
    ("any", "With prompt", new Term.HasPrompt(true), number => number == 1),
    ("none", "Without prompt", new Term.HasPrompt(false), number => number == 0))
{
    public override bool IsOrdered => false;
}
