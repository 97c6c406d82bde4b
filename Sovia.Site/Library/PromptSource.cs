namespace Sovia.Library;

/// <summary>The source of a displayed prompt.</summary>
public enum PromptSource
{
    /// <summary>No prompt in the family.</summary>
    None,

    /// <summary>The user's prompt of this post.</summary>
    Own,

    /// <summary>The model's caption of this post.</summary>
    Caption,

    /// <summary>The prompt of the nearest ancestor that has one.</summary>
    Ancestor,

    /// <summary>The prompt of a descendant.</summary>
    Descendant,
}
