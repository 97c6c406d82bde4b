using System.Collections.Concurrent;
using System.Threading.Channels;
using Sovia.Index.Versions;

namespace Sovia.Similarity;

/// <summary>
/// The similarity indexes that this process keeps, one a library that somebody has asked about. They are made and brought up to date apart
/// from requests, by
/// <see cref="SimilarityIndexUpdater"/>; a request takes the index that there is, and waits a moment for one of the library's own state.
/// </summary>
public sealed class SimilarityIndexCache(LibraryStateCache versions, TimeProvider clock)
{
    // What is built in the time in which a page still feels prompt is waited for; an older index is as good as one that takes longer.
    private static readonly TimeSpan PatienceForAny = TimeSpan.FromSeconds(1.5), PatienceForNew = TimeSpan.FromSeconds(0.5);

    private readonly ConcurrentDictionary<string, TrackedLibrary> libraries = new(StringComparer.Ordinal);
    private readonly Channel<TrackedLibrary> begun = Channel.CreateUnbounded<TrackedLibrary>();

    /// <summary>Libraries that are to be followed from now on.</summary>
    internal ChannelReader<TrackedLibrary> NewLibraries => begun.Reader;

    /// <summary>The index of a library and whether it is of the library's present state; null where none is made yet.</summary>
    public async Task<(VersionedSimilarityIndex Index, bool IsCurrent)?> GetCurrentAsync(string library, CancellationToken ct)
    {
        var (followed, from) = (Track(library), clock.GetTimestamp());
        while (true)
        {
            // Taken first, so that no look after it is missed.
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

    /// <summary>Follows a library, if it is not followed yet.</summary>
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

    /// <summary>Lets the index of a library go. Whoever asks next has it followed again.</summary>
    internal void Release(TrackedLibrary followed) => libraries.TryRemove(new(followed.Name, followed));
}
