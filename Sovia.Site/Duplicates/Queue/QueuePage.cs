namespace Sovia.Duplicates.Queue;

/// <summary>A page of the queue.</summary>
/// <param name="Groups">The groups.</param>
/// <param name="After">The cursor of the next page; null on the last page.</param>
public sealed record QueuePage(IReadOnlyList<QueuedGroup> Groups, QueueCursor? After);
