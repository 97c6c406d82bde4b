using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Sovia.Jobs;
using Sovia.Media;
using Sovia.Storage;

namespace Sovia.Pictures;

/// <summary>
/// Queues the files whose pictures are to be built ahead of time, while no request waits for a picture. Each library has its own queue.
/// Kept in memory; after a restart <see cref="QueueMissingPictures"/> finds the files again.
/// </summary>
public sealed class PictureQueue(JobWakeSignal? wakeSignal = null)
{
    private readonly ConcurrentDictionary<string, LibraryQueue> _libraries = new(StringComparer.Ordinal);

    /// <summary>Number of waiting files of the current library, including the one being processed.</summary>
    public int WaitingCount => Current.PendingHashes.Count;

    /// <summary>
    /// Whether building ahead is paused for the current library until <see cref="Resume"/>. Requested pictures are built anyway.
    /// </summary>
    public bool IsPaused => Current.IsPaused;

    private LibraryQueue Current => _libraries.GetOrAdd(CurrentLibrary.Id, static _ => new());

    /// <summary>Adds a file of the current library, unless it is already waiting.</summary>
    /// <param name="sha256">SHA-256 of the content, 64 lower-case hex digits.</param>
    /// <param name="path">Absolute path of the file.</param>
    /// <exception cref="ArgumentException">The hash is invalid.</exception>
    public void Add(string sha256, string path)
    {
        if (!ContentHashCache.IsSha256Hex(sha256)) throw new ArgumentException("not a SHA-256 in lower-case hex", nameof(sha256));
        var library = Current;
        if (!library.PendingHashes.TryAdd(sha256, 0)) return;
        library.Files.Enqueue(new(sha256, path));
        wakeSignal?.Signal(PictureJob.JobName);
    }

    /// <summary>Pauses building ahead for the current library after the current file.</summary>
    public void Pause() => Current.IsPaused = true;

    /// <summary>Resumes building ahead.</summary>
    public void Resume()
    {
        Current.IsPaused = false;
        wakeSignal?.Signal(PictureJob.JobName);
    }

    /// <summary>
    /// Dequeues the current library's files in order until the queue is empty or paused. A file that is not finished when the enumeration
    /// stops is queued again.
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
                if (isDone) library.PendingHashes.TryRemove(source.Sha256, out _);
                else library.Files.Enqueue(source);
            }
        }
    }

    private sealed class LibraryQueue
    {
        private volatile bool isPaused;

        public ConcurrentQueue<PictureSource> Files { get; } = [];

        public ConcurrentDictionary<string, byte> PendingHashes { get; } = [];

        public bool IsPaused
        {
            get => isPaused;
            set => isPaused = value;
        }
    }
}
