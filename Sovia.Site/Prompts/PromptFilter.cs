namespace Sovia.Prompts;

/// <summary>Which prompts a list is of.</summary>
public enum PromptFilter
{
    /// <summary>Those that something was made from, and ideas.</summary>
    All,

    /// <summary>Those that something was made from.</summary>
    Used,

    /// <summary>The user's ideas.</summary>
    Ideas,

    /// <summary>Ideas that nothing was made from yet.</summary>
    Untried,
}
