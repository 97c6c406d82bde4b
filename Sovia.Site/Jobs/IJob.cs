namespace Sovia.Jobs;

/// <summary>
/// A kind of background work. Its items are rows that say by themselves that they want work, so that one that was never queued, or whose
/// process died, is found again; the engine calls for one item at a time, in the library that it belongs to, and may call again for one
/// that is half done.
/// </summary>
public interface IJob
{
    /// <summary>Its name in rows and logs: <c>import</c>.</summary>
    string Name { get; }

    /// <summary>Where it can be done.</summary>
    JobAffinity Affinity { get; }

    /// <summary>True where an item may take hours: it then waits for other long work, and the rest does not wait for it.</summary>
    bool IsLongRunning => false;

    /// <summary>Items of the kinds that share a lane are done one after the other within a library, by all nodes together.</summary>
    string ConcurrencyGroup => Name;

    /// <summary>How many items of a lane may be done at once.</summary>
    int MaxConcurrency => 1;

    /// <summary>
    /// How often items are looked for that nobody queued; negative for only when the site starts, and when somebody asks.
    /// </summary>
    TimeSpan PollInterval => TimeSpan.FromSeconds(5);

    /// <summary>The items of the current library that want work and that this node can do, the next one first.</summary>
    Task<IReadOnlyList<string>> FindPendingAsync(CancellationToken ct);

    /// <summary>Does one item from where it stands to its end. It no longer waits then, or it waits for something else than work.</summary>
    /// <param name="item">The item.</param>
    /// <param name="ct">Stops: the site ends, or another node has taken the work over. The item goes on waiting.</param>
    Task RunAsync(string item, CancellationToken ct);

    /// <summary>Notes that an item has failed for good, so that it no longer waits.</summary>
    /// <param name="item">The item.</param>
    /// <param name="fault">What happened.</param>
    /// <param name="reason">The same in words for the user.</param>
    /// <param name="ct">Cancels.</param>
    Task FailAsync(string item, Exception fault, string reason, CancellationToken ct);
}
