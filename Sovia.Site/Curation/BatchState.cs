namespace Sovia.Curation;

/// <summary>The state of a batch.</summary>
public enum BatchState
{
    /// <summary>Completed.</summary>
    Finished,

    /// <summary>A large batch that has not started.</summary>
    Queued,

    /// <summary>In progress, a part at a time.</summary>
    Running,

    /// <summary>Stopped by an error; the changes made so far stay.</summary>
    Failed,

    /// <summary>Stopped by the user; the changes made so far stay.</summary>
    Cancelled,
}
