namespace Sovia.Prompts;

/// <summary>The result of saving or deleting an idea.</summary>
/// <param name="Idea">The idea as saved, or as it was before deletion; null if there is none.</param>
/// <param name="Problems">The reasons that nothing was saved; empty if the operation succeeded or the idea does not exist.</param>
/// <param name="AlreadyExisted">Whether the prompt was an idea before.</param>
public sealed record IdeaResult(Idea? Idea, IReadOnlyList<IdeaProblem> Problems, bool AlreadyExisted = false);
