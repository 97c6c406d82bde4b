using System.Collections.Concurrent;
using Sovia.Storage;

namespace Sovia.Jobs;

/// <summary>
/// Keeps in memory why jobs of the current library are blocked in this process. Their rows record the reason too, once the database
/// accepts writes again.
/// </summary>
public sealed class JobBlockedReasons(TimeProvider clock)
{
    private static readonly TimeSpan RemovalDelay = TimeSpan.FromSeconds(20);

    // Longer than any pause between two attempts: if a reason is not renewed, the item is no longer tried in this process.
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Library, string Item), (string Text, DateTimeOffset At)> reasons = new();

    /// <summary>The reason in words; null if no job is blocked or the blocked one has been running again for a while.</summary>
    public string? CurrentReason =>
        reasons.Where(entry => entry.Key.Library == CurrentLibrary.Id).Select(entry => GetIfCurrent(entry.Value))
        .FirstOrDefault(text => text is not null);

    /// <summary>Returns the reason why an item is blocked; null if the item is not blocked.</summary>
    /// <param name="job">The job kind's name.</param>
    /// <param name="item">The item.</param>
    public string? Find(string job, string item) =>
        reasons.TryGetValue((CurrentLibrary.Id, JobRow.CreateId(job, item)), out var reason) ? GetIfCurrent(reason) : null;

    internal void Set(string item, string reason)
    {
        foreach (var outdatedEntry in reasons.Where(entry => GetIfCurrent(entry.Value) is null)) reasons.TryRemove(outdatedEntry);
        reasons[(CurrentLibrary.Id, item)] = (reason, clock.GetUtcNow());
    }

    internal void Remove(string item) => reasons.TryRemove((CurrentLibrary.Id, item), out _);

    /// <summary>Removes an item's reason after 20 s, because work may take hours after a transient fault is over.</summary>
    internal IDisposable ScheduleRemoval(string item)
    {
        var library = CurrentLibrary.Id;
        return clock.CreateTimer(_ => reasons.TryRemove((library, item), out (string Text, DateTimeOffset At) _), null, RemovalDelay,
            Timeout.InfiniteTimeSpan);
    }

    private string? GetIfCurrent((string Text, DateTimeOffset At) reason) => clock.GetUtcNow() - reason.At < MaxAge ? reason.Text : null;
}
