namespace Sovia.Curation;

/// <summary>
/// The changes made by one user action, as the history lists them. The events of its stream (<see cref="PostsChanged"/>) hold the changes
/// of each post.
/// </summary>
public sealed record Batch
{
    /// <summary>The ID of the batch and of its event stream.</summary>
    public required Guid Id { get; init; }

    /// <summary>Creation time, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The author.</summary>
    public required string By { get; init; }

    /// <summary>A description of the actual changes.</summary>
    public required string Text { get; init; }

    /// <summary>The number of changed posts.</summary>
    public int Count { get; init; }

    /// <summary>ID of the batch that this one undid; null if it is not an undo.</summary>
    public Guid? Undoes { get; init; }

    /// <summary>ID of the batch that undid this one; null if there is none.</summary>
    public Guid? UndoneBy { get; init; }

    /// <summary>
    /// The number of skipped fields: those of locked collections and, for an undo or a large batch, those changed since.
    /// </summary>
    public int Left { get; init; }

    /// <summary>The state; a batch of many posts runs as a job.</summary>
    public BatchState State { get; init; }

    /// <summary>The number of posts processed so far.</summary>
    public int Done { get; init; }

    /// <summary>The number of posts to process.</summary>
    public int Total { get; init; }

    /// <summary>
    /// True for a decision that changes no post. Undoing it changes no post either: the code that stores the decision checks whether its
    /// batch was undone.
    /// </summary>
    public bool IsDecision { get; init; }

    /// <summary>The reason for the failure, for the user; null if it did not fail. Changes made before the failure stay.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether the batch is queued or running.</summary>
    public bool IsOpen => State is BatchState.Queued or BatchState.Running;

    /// <summary>Creates a batch without changes.</summary>
    /// <param name="at">Creation time, UTC.</param>
    /// <param name="by">The author.</param>
    public static Batch Create(DateTimeOffset at, string by) => new() { Id = BatchIdGenerator.Next(at), At = at, By = by, Text = "" };
}
