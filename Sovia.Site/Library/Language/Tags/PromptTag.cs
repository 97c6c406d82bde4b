using Sovia.Library.Search;

namespace Sovia.Library.Language.Tags;

/// <summary><c>prompt:</c> whether there are words.</summary>
internal sealed class PromptTag() : ChoiceTag("prompt", "Whether it has a prompt: of a family, whether any member has.",
    ("none", new Term.HasPrompt(false)),
    ("any", new Term.HasPrompt(true)));
