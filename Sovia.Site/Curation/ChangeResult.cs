namespace Sovia.Curation;

/// <summary>The result of a change or an undo.</summary>
/// <param name="Batch">The batch; null if nothing changed.</param>
/// <param name="SelectedCount">The number of selected posts in the library.</param>
/// <param name="SkippedFields">The fields it skipped: those of locked collections and, for an undo, those changed since.</param>
public sealed record ChangeResult(Batch? Batch, int SelectedCount, IReadOnlyList<SkippedField> SkippedFields)
{
    /// <summary>The post after the change if exactly one was selected; null if the caller did not need it.</summary>
    public PostSnapshot? SinglePost { get; init; }

    /// <summary>The number of changed posts.</summary>
    public int ChangedCount => Batch?.Count ?? 0;

    /// <summary>Whether the batch is queued or running as a job.</summary>
    public bool IsQueued => Batch is { IsOpen: true };
}
