using System.Text.Json.Serialization;

namespace Sovia.Import;

/// <summary>The progress of undoing a run. Saved in the run with each batch, so that a crash loses no count.</summary>
public sealed record ImportUndoProgress
{
    /// <summary>When the undo was requested, UTC.</summary>
    [JsonPropertyName("askedAt")]
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>The run's state before the undo.</summary>
    [JsonPropertyName("before")]
    public required ImportState PreviousState { get; init; }

    /// <summary>True to keep posts that the user has edited.</summary>
    [JsonPropertyName("leavesEdited")]
    public bool KeepsEdited { get; init; }

    /// <summary>Number of batches in which the run was written.</summary>
    public int Batches { get; init; }

    /// <summary>Number of batches undone so far.</summary>
    [JsonPropertyName("done")]
    public int UndoneBatches { get; init; }

    /// <summary>Number of posts removed.</summary>
    public int Removed { get; init; }

    /// <summary>Number of posts restored to the source records of other runs.</summary>
    public int Restored { get; init; }

    /// <summary>Number of posts kept because the user has edited them.</summary>
    public int Kept { get; init; }

    /// <summary>Why nothing was undone, in text for the user; null if the undo was or will be done.</summary>
    public string? Refusal { get; init; }

    /// <summary>Returns the progress with one more batch undone.</summary>
    public ImportUndoProgress WithBatch(UndoPlan batch) => this with
    {
        UndoneBatches = UndoneBatches + 1,
        Removed = Removed + batch.Removed.Count,
        Restored = Restored + batch.Restored.Count,
        Kept = Kept + batch.Kept.Count,
    };
}
