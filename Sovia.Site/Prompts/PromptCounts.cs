namespace Sovia.Prompts;

/// <summary>The numbers of distinct prompts in a library.</summary>
/// <param name="Used">Prompts of any post.</param>
/// <param name="OfRoots">Prompts of a family's root.</param>
/// <param name="Custom">Prompts of a post made in mode <c>custom</c>.</param>
public sealed record PromptCounts(int Used, int OfRoots, int Custom);
