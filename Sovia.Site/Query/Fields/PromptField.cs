using System.Collections.Immutable;
using Sovia.Library;
using Sovia.Library.Language;
using Sovia.Library.Search;
using Sovia.Library.Search.Facets;

namespace Sovia.Query.Fields;

/// <summary>Whether there are words, and which prompt it was made from.</summary>
internal static class PromptField
{
    public static readonly Field Field = new("prompt")
    {
        Metatags = [new PromptTag()],
        Has = [("prompt", new Term.HasPrompt(true))],
        Facet = new PromptFacet(),
    };
}

/// <summary><c>prompt:</c> whether there are words, or a prompt of the library by its key.</summary>
internal sealed class PromptTag : IMetatag
{
    public string Name => "prompt";

    public string Help => "Whether it has a prompt: of a family, whether any member has. Or the key of a prompt, as the page of the prompt has it in its address: what was made from exactly that.";

    public ImmutableArray<string> Examples => ["prompt:none", "prompt:any", $"prompt:{PromptKey.Written(PromptKey.OfClean("lighthouse at dusk"))}"];

    public ImmutableArray<string> Values => ["none", "any"];

    public ItemReading Read(ValueItem item, LocalCalendar calendar) => item.Text.ToLowerInvariant() switch
    {
        "none" => new(new Term.HasPrompt(false), "none"),
        "any" => new(new Term.HasPrompt(true), "any"),
        var key when PromptKey.Parse(key) is { } known => new(new Term.PromptIs(known), key),
        _ => ItemReading.Wrong($"“prompt:” does not know “{Signs.Cut(item.Text, 40)}”; it knows none, any and the {PromptKey.Digits} digits of a prompt's page."),
    };
}

/// <summary>Whether there are words.</summary>
internal sealed class PromptFacet() : ChoiceFacet("prompt", "Prompt", "x.prompted::integer", 2,
    ("any", "With prompt", new Term.HasPrompt(true), has => has == 1),
    ("none", "Without prompt", new Term.HasPrompt(false), has => has == 0))
{
    public override bool IsSequence => false;
}
