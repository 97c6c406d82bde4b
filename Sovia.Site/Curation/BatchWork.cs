namespace Sovia.Curation;

/// <summary>The state from which any node can resume a batch that runs as a job. Deleted when the batch ends.</summary>
public sealed record BatchWork
{
    /// <summary>ID of the batch.</summary>
    public required Guid Id { get; init; }

    /// <summary>The change to apply to the posts in <c>sovia.batch_part</c>; null for an undo.</summary>
    public Change? Change { get; init; }

    /// <summary>ID of the batch to undo, event by event; null for a change.</summary>
    public Guid? Undoes { get; init; }

    /// <summary>For an undo: whether to revert fields that were changed since as well.</summary>
    public bool IsForced { get; init; }

    /// <summary>For an undo: the batch that listed the only fields to revert; null to revert all.</summary>
    public Guid? ListedBy { get; init; }

    /// <summary>The number of completed parts.</summary>
    public int Part { get; init; }

    /// <summary>The number of changed posts so far, by field.</summary>
    public IReadOnlyDictionary<string, int> Tally { get; init; } = new Dictionary<string, int>();
}
