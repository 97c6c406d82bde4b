using System.Collections.Concurrent;
using System.Threading.Channels;
using Sovia.Index.Versions;

namespace Sovia.Similarity;

/// <summary>
/// The similarity indexes in this process's memory, one for each requested library. <see cref="SimilarityIndexUpdater"/> builds and
/// updates them in the background; a request uses the available index, and waits briefly for a current one.
/// </summary>
public sealed class SimilarityIndexCache(LibraryStateCache versions, TimeProvider clock)
{
    // A request waits for a first index as long as a page still feels responsive, and shorter for a newer one, because an older index
    // is good enough.
    private static readonly TimeSpan FirstIndexTimeout = TimeSpan.FromSeconds(1.5), NewerIndexTimeout = TimeSpan.FromSeconds(0.5);

    private readonly ConcurrentDictionary<string, TrackedLibrary> libraries = new(StringComparer.Ordinal);
    private readonly Channel<TrackedLibrary> newLibraries = Channel.CreateUnbounded<TrackedLibrary>();

    /// <summary>Libraries that have newly been tracked.</summary>
    internal ChannelReader<TrackedLibrary> NewLibraries => newLibraries.Reader;

    /// <summary>Returns the index of a library and whether it matches the current content; null if none is built yet.</summary>
    public async Task<(VersionedSimilarityIndex Index, bool IsCurrent)?> GetCurrentAsync(string library, CancellationToken ct)
    {
        var (trackedLibrary, startTimestamp) = (Track(library), clock.GetTimestamp());
        while (true)
        {
            // Read before the index, so that no update in between is missed.
            var nextUpdate = trackedLibrary.NextUpdate;
            var stamp = (await versions.GetCurrentAsync(library, ct)).ContentStamp;
            var current = trackedLibrary.Current;
            if (current?.Stamp == stamp) return (current, true);
            var remaining = (current is null ? FirstIndexTimeout : NewerIndexTimeout) - clock.GetElapsedTime(startTimestamp);
            if (remaining <= TimeSpan.Zero) return current is null ? null : (current, false);
            trackedLibrary.RequestUpdate();
            await Task.WhenAny(nextUpdate, Task.Delay(remaining, clock, ct));
            ct.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Tracks a library, if it is not tracked yet.</summary>
    internal TrackedLibrary Track(string library)
    {
        while (true)
        {
            if (libraries.TryGetValue(library, out var trackedLibrary))
            {
                trackedLibrary.RecordRequest(clock.GetTimestamp());
                return trackedLibrary;
            }
            trackedLibrary = new(library);
            trackedLibrary.RecordRequest(clock.GetTimestamp());
            if (libraries.TryAdd(library, trackedLibrary) && newLibraries.Writer.TryWrite(trackedLibrary)) return trackedLibrary;
        }
    }

    /// <summary>Drops the index of a library. The next request tracks the library again.</summary>
    internal void Release(TrackedLibrary library) => libraries.TryRemove(new(library.Name, library));
}
