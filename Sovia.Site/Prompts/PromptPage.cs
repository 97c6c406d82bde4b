namespace Sovia.Prompts;

/// <summary>Consecutive prompts of a list.</summary>
/// <param name="Entries">The prompts, in the list's order.</param>
/// <param name="After">The place behind the last, as an address writes it; null where the list ends.</param>
public sealed record PromptPage(IReadOnlyList<PromptEntry> Entries, string? After)
{
    /// <summary>How many there are on one.</summary>
    public const int Size = 50;
}
