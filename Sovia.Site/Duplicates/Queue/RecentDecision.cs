namespace Sovia.Duplicates.Queue;

/// <summary>A decision that can be undone.</summary>
/// <param name="Batch">ID of its batch.</param>
/// <param name="Text">A description of the decision, without full stop.</param>
/// <param name="At">The time of the decision, UTC.</param>
public sealed record RecentDecision(Guid Batch, string Text, DateTimeOffset At);
