namespace Sovia.Curation;

/// <summary>
/// One gesture's changes, as the history lists them. What it did to each post is in its events (<see cref="PostsChanged"/>).
/// </summary>
public sealed record Batch
{
    /// <summary>Its id, and that of its event stream.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who made it.</summary>
    public required string By { get; init; }

    /// <summary>What really changed, in words.</summary>
    public required string Text { get; init; }

    /// <summary>How many posts it changed.</summary>
    public int Count { get; init; }

    /// <summary>The batch that this one undid.</summary>
    public Guid? Undoes { get; init; }

    /// <summary>The batch that undid this one.</summary>
    public Guid? UndoneBy { get; init; }

    /// <summary>Of an undo or a large batch: fields that were changed since and were left as they are.</summary>
    public int Left { get; init; }

    /// <summary>Where it stands; one of many posts is done as a job.</summary>
    public BatchState State { get; init; }

    /// <summary>Of the posts that it is for, how many it has looked at.</summary>
    public int Done { get; init; }

    /// <summary>How many posts it is for.</summary>
    public int Total { get; init; }

    /// <summary>
    /// True for a decision that changes no post. Undoing it changes none either: whoever keeps the decision asks whether its batch was
    /// undone.
    /// </summary>
    public bool IsDecision { get; init; }

    /// <summary>Why it failed, in words for the user; what it had changed stays.</summary>
    public string? Failure { get; init; }

    /// <summary>True while it is queued or under way.</summary>
    public bool IsOpen => State is BatchState.Queued or BatchState.Running;

    /// <summary>A batch that has changed nothing yet.</summary>
    /// <param name="at">When it is made, UTC.</param>
    /// <param name="by">Who makes it.</param>
    public static Batch Create(DateTimeOffset at, string by) => new() { Id = BatchIdGenerator.Next(at), At = at, By = by, Text = "" };
}
