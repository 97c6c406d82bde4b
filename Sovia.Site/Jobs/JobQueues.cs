using Sovia.Storage;

namespace Sovia.Jobs;

/// <summary>
/// The queues that this node works on: those of all nodes, and its own for what needs its files; long work apart from the rest.
/// </summary>
public sealed class JobQueues(NodeId node)
{
    private const string Shared = "shared";

    /// <summary>Queues of what is over soon, or what somebody looks at.</summary>
    public string[] ShortQueues => [Own, Shared];

    /// <summary>Queues of what may take hours.</summary>
    public string[] LongQueues => [$"{Own}-long", $"{Shared}-long"];

    private string Own => CreateNodeQueueName(node.Value);

    /// <summary>Of what is over soon, that which any node can do, such as changes: one worker is kept for it.</summary>
    public string[] SharedShortQueues => [Shared];

    /// <summary>Of what may take hours, that which needs this node's files, such as imports: one worker is kept for it.</summary>
    public string[] LocalLongQueues => [$"{Own}-long"];

    /// <summary>The queue of a kind.</summary>
    /// <param name="job">The kind.</param>
    /// <param name="holder">The node whose files it needs; null for this one.</param>
    public string GetQueueName(IJob job, string? holder = null) =>
        (job.Affinity == JobAffinity.NodeWithFiles ? CreateNodeQueueName(holder ?? node.Value) : Shared)
        + (job.IsLongRunning ? "-long" : "");

    /// <summary>The queue of what needs a node's files.</summary>
    internal static string CreateNodeQueueName(string node) => $"node-{node}";
}
