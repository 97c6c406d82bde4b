using System.Collections.Concurrent;
using Sovia.Storage;

namespace Sovia.Jobs;

/// <summary>
/// Keeps what jobs of the current library wait for at the moment in this process. Their rows say it too, once the database takes them.
/// </summary>
public sealed class JobBlockedReasons(TimeProvider clock)
{
    private static readonly TimeSpan Recovered = TimeSpan.FromSeconds(20);

    // Longer than any pause between two attempts: a note that nobody renews is about an item that is not tried here any more.
    private static readonly TimeSpan Outdated = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Library, string Item), (string Text, DateTimeOffset At)> waiting = new();

    /// <summary>In words; null where no job waits, and where it has been going on again for a while.</summary>
    public string? CurrentReason =>
        waiting.Where(one => one.Key.Library == CurrentLibrary.Id).Select(one => Current(one.Value))
        .FirstOrDefault(text => text is not null);

    /// <summary>The same of one item.</summary>
    /// <param name="job">The kind.</param>
    /// <param name="item">The item.</param>
    public string? Find(string job, string item) =>
        waiting.TryGetValue((CurrentLibrary.Id, JobRow.CreateId(job, item)), out var note) ? Current(note) : null;

    internal void Set(string item, string trouble)
    {
        foreach (var old in waiting.Where(one => Current(one.Value) is null)) waiting.TryRemove(old);
        waiting[(CurrentLibrary.Id, item)] = (trouble, clock.GetUtcNow());
    }

    internal void Remove(string item) => waiting.TryRemove((CurrentLibrary.Id, item), out _);

    /// <summary>Work may take hours, and the fault that it met at its start is over.</summary>
    internal IDisposable ScheduleRemoval(string item)
    {
        var library = CurrentLibrary.Id;
        return clock.CreateTimer(_ => waiting.TryRemove((library, item), out (string Text, DateTimeOffset At) _), null, Recovered,
            Timeout.InfiniteTimeSpan);
    }

    private string? Current((string Text, DateTimeOffset At) note) => clock.GetUtcNow() - note.At < Outdated ? note.Text : null;
}
