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
    // A request waits as long as a page still feels responsive for a first index, and shorter for a newer one, because an older index will
    // do.
    private static readonly TimeSpan PatienceForAny = TimeSpan.FromSeconds(1.5), PatienceForNew = TimeSpan.FromSeconds(0.5);

    private readonly ConcurrentDictionary<string, TrackedLibrary> libraries = new(StringComparer.Ordinal);
    private readonly Channel<TrackedLibrary> begun = Channel.CreateUnbounded<TrackedLibrary>();

    /// <summary>Libraries that have newly been tracked.</summary>
    internal ChannelReader<TrackedLibrary> NewLibraries => begun.Reader;

    /// <summary>Returns the index of a library and whether it matches the current content; null if none is built yet.</summary>
    public async Task<(VersionedSimilarityIndex Index, bool IsCurrent)?> GetCurrentAsync(string library, CancellationToken ct)
    {
        var (followed, from) = (Track(library), clock.GetTimestamp());
        while (true)
        {
            // Read before the index, so that no update in between is missed.
            var looked = followed.NextUpdate;
            var stamp = (await versions.GetCurrentAsync(library, ct)).ContentStamp;
            var known = followed.Current;
            if (known?.Stamp == stamp) return (known, true);
            var left = (known is null ? PatienceForAny : PatienceForNew) - clock.GetElapsedTime(from);
            if (left <= TimeSpan.Zero) return known is null ? null : (known, false);
            followed.RequestUpdate();
            await Task.WhenAny(looked, Task.Delay(left, clock, ct));
            ct.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Tracks a library, if it is not tracked yet.</summary>
    internal TrackedLibrary Track(string library)
    {
        while (true)
        {
            if (libraries.TryGetValue(library, out var followed))
            {
                followed.RecordRequest(clock.GetTimestamp());
                return followed;
            }
            followed = new(library);
            followed.RecordRequest(clock.GetTimestamp());
            if (libraries.TryAdd(library, followed) && begun.Writer.TryWrite(followed)) return followed;
        }
    }

    /// <summary>Drops the index of a library. The next request tracks the library again.</summary>
    internal void Release(TrackedLibrary followed) => libraries.TryRemove(new(followed.Name, followed));
}
