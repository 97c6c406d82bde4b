namespace Sovia.Library;

/// <summary>Whose words a shown prompt is.</summary>
public enum PromptSource
{
    /// <summary>No text anywhere in the family.</summary>
    None,

    /// <summary>The user's words for this very post.</summary>
    Own,

    /// <summary>The model's caption of this very post.</summary>
    Caption,

    /// <summary>Taken over from the nearest ancestor that has words.</summary>
    Ancestor,

    /// <summary>Taken over from what was made of it.</summary>
    Descendant,
}
