using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Sovia.Jobs;
using Sovia.Media;
using Sovia.Storage;

namespace Sovia.Pictures;

/// <summary>
/// Files whose pictures are to be built ahead of time, when nobody waits for any: each library has a queue of its own and sees no other.
/// Kept in memory: after a restart <see cref="QueueMissingPictures"/> finds them again.
/// </summary>
public sealed class PictureQueue(JobWakeSignal? bell = null)
{
    private readonly ConcurrentDictionary<string, OfLibrary> _libraries = new(StringComparer.Ordinal);

    /// <summary>How many files of the current library wait, the one at work included.</summary>
    public int WaitingCount => Current.Known.Count;

    /// <summary>
    /// Whether building ahead for the current library rests until <see cref="Resume"/>. What someone waits for is built all the same.
    /// </summary>
    public bool IsPaused => Current.IsPaused;

    private OfLibrary Current => _libraries.GetOrAdd(CurrentLibrary.Id, static _ => new());

    /// <summary>Puts a file of the current library at the end; one that waits already is not taken twice.</summary>
    /// <param name="sha256">Of its bytes, 64 lower-case hex digits.</param>
    /// <param name="path">Its absolute path.</param>
    /// <exception cref="ArgumentException">The hash is none.</exception>
    public void Add(string sha256, string path)
    {
        if (!ContentHashCache.IsSha256Hex(sha256)) throw new ArgumentException("not a SHA-256 in lower-case hex", nameof(sha256));
        var library = Current;
        if (!library.Known.TryAdd(sha256, 0)) return;
        library.Files.Enqueue(new(sha256, path));
        bell?.Signal(PictureJob.JobName);
    }

    /// <summary>Lets building ahead for the current library rest, once the file at work is done.</summary>
    public void Pause() => Current.IsPaused = true;

    /// <summary>Goes on.</summary>
    public void Resume()
    {
        Current.IsPaused = false;
        bell?.Signal(PictureJob.JobName);
    }

    /// <summary>
    /// The files of the current library in order, until none waits or they are to rest. One that is not done with when its reader leaves
    /// waits again.
    /// </summary>
    internal async IAsyncEnumerable<PictureSource> DequeueAllAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Yield();
        for (var library = Current; !library.IsPaused && library.Files.TryDequeue(out var source);)
        {
            var isDone = false;
            try
            {
                ct.ThrowIfCancellationRequested();
                yield return source;
                isDone = true;
            }
            finally
            {
                if (isDone) library.Known.TryRemove(source.Sha256, out _);
                else library.Files.Enqueue(source);
            }
        }
    }

    private sealed class OfLibrary
    {
        private volatile bool isPaused;

        public ConcurrentQueue<PictureSource> Files { get; } = [];

        public ConcurrentDictionary<string, byte> Known { get; } = [];

        public bool IsPaused
        {
            get => isPaused;
            set => isPaused = value;
        }
    }
}
