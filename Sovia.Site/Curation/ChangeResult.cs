namespace Sovia.Curation;

/// <summary>What came of a change or an undo.</summary>
/// <param name="Batch">The batch it made; null where nothing changed.</param>
/// <param name="SelectedCount">How many posts of the library were meant.</param>
/// <param name="SkippedFields">Of an undo: the fields that it left.</param>
public sealed record ChangeResult(Batch? Batch, int SelectedCount, IReadOnlyList<SkippedField> SkippedFields)
{
    /// <summary>The post as it is now, where exactly one was meant; null where that was not asked for.</summary>
    public PostSnapshot? SinglePost { get; init; }

    /// <summary>How many posts changed.</summary>
    public int ChangedCount => Batch?.Count ?? 0;

    /// <summary>Whether it is done as a job, and goes on.</summary>
    public bool IsQueued => Batch is { IsOpen: true };
}
