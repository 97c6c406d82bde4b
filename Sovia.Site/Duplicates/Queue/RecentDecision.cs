namespace Sovia.Duplicates.Queue;

/// <summary>A decision that can be undone.</summary>
/// <param name="Batch">Its batch.</param>
/// <param name="Text">What was decided, in words, without a full stop.</param>
/// <param name="At">When, UTC.</param>
public sealed record RecentDecision(Guid Batch, string Text, DateTimeOffset At);
