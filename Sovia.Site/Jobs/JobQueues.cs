using Sovia.Storage;

namespace Sovia.Jobs;

/// <summary>
/// The queues that this node processes: those shared by all nodes, and its own for work that needs its files. Long-running work has
/// separate queues.
/// </summary>
public sealed class JobQueues(NodeId node)
{
    private const string SharedQueue = "shared";

    /// <summary>The queues of work that ends soon or that a user waits for.</summary>
    public string[] ShortQueues => [NodeQueue, SharedQueue];

    /// <summary>The queues of work that may take hours.</summary>
    public string[] LongQueues => [$"{NodeQueue}-long", $"{SharedQueue}-long"];

    private string NodeQueue => CreateNodeQueueName(node.Value);

    /// <summary>The queue of short work that any node can do, such as changes. One worker is reserved for it.</summary>
    public string[] SharedShortQueues => [SharedQueue];

    /// <summary>The queue of long work that needs this node's files, such as imports. One worker is reserved for it.</summary>
    public string[] LocalLongQueues => [$"{NodeQueue}-long"];

    /// <summary>Returns the queue of a job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="holder">The node whose files the item needs; null for this one.</param>
    public string GetQueueName(IJob job, string? holder = null) =>
        (job.Affinity == JobAffinity.NodeWithFiles ? CreateNodeQueueName(holder ?? node.Value) : SharedQueue)
        + (job.IsLongRunning ? "-long" : "");

    /// <summary>Returns the queue of work that needs a node's files.</summary>
    internal static string CreateNodeQueueName(string node) => $"node-{node}";
}
