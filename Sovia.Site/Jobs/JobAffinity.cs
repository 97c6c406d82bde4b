namespace Sovia.Jobs;

/// <summary>Where a job can be done.</summary>
public enum JobAffinity
{
    /// <summary>On any node: all that it needs lies in the database or on storage that nodes share.</summary>
    AnyNode,

    /// <summary>On the node whose data directory holds its files.</summary>
    NodeWithFiles,
}
