using Sovia.Curation;

namespace Sovia.Duplicates.Decisions;

/// <summary>The result of a decision.</summary>
/// <param name="Batch">The batch of the decision; null if it was refused.</param>
/// <param name="Problem">The reason for the refusal, for the user; null if the decision was made.</param>
public sealed record DecisionResult(Batch? Batch, string? Problem);
