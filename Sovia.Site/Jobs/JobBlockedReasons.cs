using System.Collections.Concurrent;
using Sovia.Storage;

namespace Sovia.Jobs;

/// <summary>
/// Keeps in memory why jobs of the current library are blocked in this process. Their rows record the reason too, once the database
/// accepts writes again.
/// </summary>
public sealed class JobBlockedReasons(TimeProvider clock)
{
    private static readonly TimeSpan Recovered = TimeSpan.FromSeconds(20);

    // Longer than any pause between two attempts: if a reason is not renewed, the item is no longer tried in this process.
    private static readonly TimeSpan Outdated = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Library, string Item), (string Text, DateTimeOffset At)> waiting = new();

    /// <summary>The reason in words; null if no job is blocked or the blocked one has been running again for a while.</summary>
    public string? CurrentReason =>
        waiting.Where(one => one.Key.Library == CurrentLibrary.Id).Select(one => Current(one.Value))
        .FirstOrDefault(text => text is not null);

    /// <summary>Returns why an item is blocked; null if it is not.</summary>
    /// <param name="job">The job kind's name.</param>
    /// <param name="item">The item.</param>
    public string? Find(string job, string item) =>
        waiting.TryGetValue((CurrentLibrary.Id, JobRow.CreateId(job, item)), out var note) ? Current(note) : null;

    internal void Set(string item, string trouble)
    {
        foreach (var old in waiting.Where(one => Current(one.Value) is null)) waiting.TryRemove(old);
        waiting[(CurrentLibrary.Id, item)] = (trouble, clock.GetUtcNow());
    }

    internal void Remove(string item) => waiting.TryRemove((CurrentLibrary.Id, item), out _);

    /// <summary>Removes an item's reason after 20 s, because work may take hours after a transient fault is over.</summary>
    internal IDisposable ScheduleRemoval(string item)
    {
        var library = CurrentLibrary.Id;
        return clock.CreateTimer(_ => waiting.TryRemove((library, item), out (string Text, DateTimeOffset At) _), null, Recovered,
            Timeout.InfiniteTimeSpan);
    }

    private string? Current((string Text, DateTimeOffset At) note) => clock.GetUtcNow() - note.At < Outdated ? note.Text : null;
}
