namespace Sovia.Prompts;

/// <summary>How many different prompts a library has.</summary>
/// <param name="Used">Those that something was made from.</param>
/// <param name="OfRoots">Those that a root of a family was made from.</param>
/// <param name="Custom">Those that something was made from in mode <c>custom</c>.</param>
public sealed record PromptCounts(int Used, int OfRoots, int Custom);
