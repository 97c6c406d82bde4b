namespace Sovia.Library.Search.Facets;

/// <summary>Whether there are words.</summary>
internal sealed class PromptFacet() : ChoiceFacet("prompt", "Prompt",
    ("any", "With prompt", new Term.HasPrompt(true)),
    ("none", "Without prompt", new Term.HasPrompt(false)))
{
    public override object KeyOf(IndexRow row) => row.HasPrompt;
}
