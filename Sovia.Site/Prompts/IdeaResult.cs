namespace Sovia.Prompts;

/// <summary>What came of writing an idea down or of deleting it.</summary>
/// <param name="Idea">The idea as it is kept, or as it was; null where there is none.</param>
/// <param name="Problems">Why nothing was written; empty where something was, and where there is no such idea.</param>
/// <param name="WasKnown">Whether it was an idea before.</param>
public sealed record IdeaResult(Idea? Idea, IReadOnlyList<IdeaProblem> Problems, bool WasKnown = false);
