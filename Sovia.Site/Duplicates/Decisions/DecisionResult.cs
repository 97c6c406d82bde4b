using Sovia.Curation;

namespace Sovia.Duplicates.Decisions;

/// <summary>What came of a decision.</summary>
/// <param name="Batch">The batch that it is; null where it was not made.</param>
/// <param name="Problem">Why it was not made, in words for the user; null where it was.</param>
public sealed record DecisionResult(Batch? Batch, string? Problem);
