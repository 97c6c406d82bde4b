using System.Collections.Concurrent;

namespace Sovia.Jobs;

/// <summary>What jobs of this process wait for at the moment. Their rows say it too, once the database takes them.</summary>
public sealed class JobTroubles(TimeProvider clock)
{
    private static readonly TimeSpan Recovered = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, string> waiting = new(StringComparer.Ordinal);

    /// <summary>In words; null where no job waits, and where it has been going on again for a while.</summary>
    public string? Any => waiting.Values.FirstOrDefault();

    internal void Note(string item, string trouble) => waiting[item] = trouble;

    internal void Forget(string item) => waiting.TryRemove(item, out _);

    /// <summary>Work may take hours, and the fault that it met at its start is over.</summary>
    internal IDisposable EndsInAWhile(string item) => clock.CreateTimer(_ => Forget(item), null, Recovered, Timeout.InfiniteTimeSpan);
}
