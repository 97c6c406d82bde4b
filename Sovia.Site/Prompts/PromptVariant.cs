namespace Sovia.Prompts;

/// <summary>A prompt that differs little from another.</summary>
/// <param name="Entry">The prompt.</param>
/// <param name="WordDistance">The word edit distance: added, removed or replaced words.</param>
public sealed record PromptVariant(PromptEntry Entry, int WordDistance);
