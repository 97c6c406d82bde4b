namespace Sovia.Jobs;

/// <summary>
/// A kind of background work. Its items are rows that contain their own pending state, so that the engine finds an item again if it was
/// never queued or its process died. The engine runs one item at a time, in the item's library, and may run an unfinished item again.
/// </summary>
public interface IJob
{
    /// <summary>The kind's name in rows and logs, such as <c>import</c>.</summary>
    string Name { get; }

    /// <summary>Which nodes can run the job.</summary>
    JobAffinity Affinity { get; }

    /// <summary>
    /// Whether an item may take hours. Such an item waits only for other long-running work, and short work does not wait for the item.
    /// </summary>
    bool IsLongRunning => false;

    /// <summary>Kinds with the same group run one item at a time within a library, across all nodes.</summary>
    string ConcurrencyGroup => Name;

    /// <summary>How many items of the group may run at once.</summary>
    int MaxConcurrency => 1;

    /// <summary>
    /// How often to look for pending items that were not queued; negative to look only when the site starts and on request.
    /// </summary>
    TimeSpan PollInterval => TimeSpan.FromSeconds(5);

    /// <summary>Returns the current library's pending items that this node can run, the next one first.</summary>
    Task<IReadOnlyList<string>> FindPendingAsync(CancellationToken ct);

    /// <summary>Runs an item from its current state until it ends or has to wait for something else.</summary>
    /// <param name="item">The item.</param>
    /// <param name="ct">Cancelled when the site stops or another node has taken over the work. The item stays pending.</param>
    Task RunAsync(string item, CancellationToken ct);

    /// <summary>Records that an item has failed permanently, so that it is no longer pending.</summary>
    /// <param name="item">The item.</param>
    /// <param name="fault">The exception.</param>
    /// <param name="reason">The reason in words for the user.</param>
    /// <param name="ct">Cancels.</param>
    Task FailAsync(string item, Exception fault, string reason, CancellationToken ct);
}
