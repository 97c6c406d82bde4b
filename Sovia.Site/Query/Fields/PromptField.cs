using Sovia.Library.Language.Tags;
using Sovia.Library.Search;
using Sovia.Library.Search.Facets;

namespace Sovia.Query.Fields;

/// <summary>Whether there are words.</summary>
internal static class PromptField
{
    public static readonly Field Field = new("prompt")
    {
        Metatags = [new PromptTag()],
        Has = [("prompt", new Term.HasPrompt(true))],
        Facet = new PromptFacet(),
    };
}

/// <summary><c>prompt:</c> whether there are words.</summary>
internal sealed class PromptTag() : ChoiceTag("prompt", "Whether it has a prompt: of a family, whether any member has.",
    ("none", new Term.HasPrompt(false)),
    ("any", new Term.HasPrompt(true)));

/// <summary>Whether there are words.</summary>
internal sealed class PromptFacet() : ChoiceFacet("prompt", "Prompt", "x.prompted::integer",
    ("any", "With prompt", new Term.HasPrompt(true), has => has == 1),
    ("none", "Without prompt", new Term.HasPrompt(false), has => has == 0));
