namespace Sovia.Jobs;

/// <summary>Which nodes can run a job.</summary>
public enum JobAffinity
{
    /// <summary>Any node, because all data is in the database or on shared storage.</summary>
    AnyNode,

    /// <summary>The node whose data directory holds the item's files.</summary>
    NodeWithFiles,
}
