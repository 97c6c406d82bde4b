using System.Collections.Concurrent;
using Sovia.Storage;

namespace Sovia.Jobs;

/// <summary>What jobs of the current library wait for at the moment in this process. Their rows say it too, once the database takes them.</summary>
public sealed class JobTroubles(TimeProvider clock)
{
    private static readonly TimeSpan Recovered = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<(string Library, string Item), string> waiting = new();

    /// <summary>In words; null where no job waits, and where it has been going on again for a while.</summary>
    public string? Any => waiting.FirstOrDefault(one => one.Key.Library == CurrentLibrary.Id).Value;

    internal void Note(string item, string trouble) => waiting[(CurrentLibrary.Id, item)] = trouble;

    internal void Forget(string item) => waiting.TryRemove((CurrentLibrary.Id, item), out _);

    /// <summary>Work may take hours, and the fault that it met at its start is over.</summary>
    internal IDisposable EndsInAWhile(string item)
    {
        var library = CurrentLibrary.Id;
        return clock.CreateTimer(_ => waiting.TryRemove((library, item), out string? _), null, Recovered, Timeout.InfiniteTimeSpan);
    }
}
