namespace Sovia.Import;

/// <summary>How far a run has been taken back. Kept in the run, batch by batch, so that a process that dies loses no count.</summary>
public sealed record ImportUndoProgress
{
    /// <summary>When it was asked for, UTC.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>How the run had ended before.</summary>
    public required ImportState Before { get; init; }

    /// <summary>True where posts that the user has done something to are to stay.</summary>
    public bool LeavesEdited { get; init; }

    /// <summary>Batches that the run was written in.</summary>
    public int Batches { get; init; }

    /// <summary>Batches taken back so far.</summary>
    public int Done { get; init; }

    /// <summary>Posts taken out.</summary>
    public int Removed { get; init; }

    /// <summary>Posts set back to what others say.</summary>
    public int Restored { get; init; }

    /// <summary>Posts left in because the user has done something to them.</summary>
    public int Kept { get; init; }

    /// <summary>Why nothing was done, in words for the user; null where it was, or will be.</summary>
    public string? Refusal { get; init; }

    /// <summary>With one more batch taken back.</summary>
    public ImportUndoProgress WithBatch(UndoPlan batch) => this with
    {
        Done = Done + 1,
        Removed = Removed + batch.Removed.Count,
        Restored = Restored + batch.Restored.Count,
        Kept = Kept + batch.Kept.Count,
    };
}
