namespace Sovia.Prompts;

/// <summary>A page of a prompt list.</summary>
/// <param name="Entries">The prompts, in the list's order.</param>
/// <param name="After">The cursor of the next page in URL format; null on the last page.</param>
public sealed record PromptPage(IReadOnlyList<PromptEntry> Entries, string? After)
{
    /// <summary>The number of prompts on a page.</summary>
    public const int Size = 50;
}
