namespace Sovia.Curation;

/// <summary>What a batch that is done as a job needs to go on where it stopped, on any node. It goes when the batch ends.</summary>
public sealed record BatchWork
{
    /// <summary>The batch's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What to set on its posts, which are in <c>sovia.batch_part</c>; null for an undo.</summary>
    public Change? Change { get; init; }

    /// <summary>The batch to undo, whose events are gone through; null for a change.</summary>
    public Guid? Undoes { get; init; }

    /// <summary>Of an undo: whether fields that were changed again since are set back too.</summary>
    public bool IsForced { get; init; }

    /// <summary>How many of its parts are done.</summary>
    public int Part { get; init; }

    /// <summary>Of each field that really changed so far, how many posts.</summary>
    public IReadOnlyDictionary<string, int> Tally { get; init; } = new Dictionary<string, int>();
}
