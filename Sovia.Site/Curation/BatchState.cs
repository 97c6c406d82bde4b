namespace Sovia.Curation;

/// <summary>Where a batch stands.</summary>
public enum BatchState
{
    /// <summary>All of it is done.</summary>
    Finished,

    /// <summary>It is large, and waits for its turn.</summary>
    Queued,

    /// <summary>It is being done, some posts at a time.</summary>
    Running,

    /// <summary>It stopped with a reason; what it had changed stays.</summary>
    Failed,

    /// <summary>Somebody stopped it; what it had changed stays.</summary>
    Cancelled,
}
