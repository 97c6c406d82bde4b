namespace Sovia.Prompts;

/// <summary>A prompt that differs little from another.</summary>
/// <param name="Entry">The prompt.</param>
/// <param name="WordDistance">How many words lie between the two: added, left out or another.</param>
public sealed record PromptVariant(PromptEntry Entry, int WordDistance);
