namespace Sovia.Duplicates.Queue;

/// <summary>Some groups of the queue.</summary>
/// <param name="Groups">The groups.</param>
/// <param name="After">Where the next page begins; null at the end.</param>
public sealed record QueuePage(IReadOnlyList<QueuedGroup> Groups, QueueCursor? After);
