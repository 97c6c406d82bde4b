namespace Sovia.Prompts;

/// <summary>A filter of the prompt list.</summary>
public enum PromptFilter
{
    /// <summary>Prompts of posts, and ideas.</summary>
    All,

    /// <summary>Prompts of posts.</summary>
    Used,

    /// <summary>The user's ideas.</summary>
    Ideas,

    /// <summary>Ideas from which no post was made yet.</summary>
    Untried,
}
