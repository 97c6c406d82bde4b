using System.Collections.Concurrent;
using System.Threading.Channels;
using Sovia.Storage;

namespace Sovia.MediaFiles.Pictures;

/// <summary>
/// Files whose pictures are to be built ahead of time, when nobody waits for any: each library has a queue of its own and sees no other. Kept in memory:
/// after a restart <see cref="QueueMissingPictures"/> finds them again.
/// </summary>
public sealed class PictureQueue
{
    private readonly Channel<(string Library, PictureSource Source)> _waiting = Channel.CreateUnbounded<(string, PictureSource)>(new() { SingleReader = true });
    private readonly ConcurrentDictionary<string, OfLibrary> _libraries = new(StringComparer.Ordinal);

    /// <summary>How many files of the current library wait, the one at work included.</summary>
    public int Waiting => Current.Known.Count;

    /// <summary>Whether building ahead for the current library rests until <see cref="Resume"/>. What someone waits for is built all the same.</summary>
    public bool IsPaused
    {
        get
        {
            lock (Current) return Current.Resting is not null;
        }
    }

    private OfLibrary Current => Of(CurrentLibrary.Id);

    /// <summary>Puts a file of the current library at the end; one that waits already is not taken twice.</summary>
    /// <param name="sha256">Of its bytes, 64 lower-case hex digits.</param>
    /// <param name="path">Its absolute path.</param>
    /// <exception cref="ArgumentException">The hash is none.</exception>
    public void Add(string sha256, string path)
    {
        if (!ContentHash.IsOne(sha256)) throw new ArgumentException("not a SHA-256 in lower-case hex", nameof(sha256));
        if (Current.Known.TryAdd(sha256, 0)) _waiting.Writer.TryWrite((CurrentLibrary.Id, new(sha256, path)));
    }

    /// <summary>Lets building ahead for the current library rest, once the file at work is done.</summary>
    public void Pause()
    {
        var library = Current;
        lock (library) library.Resting ??= [];
    }

    /// <summary>Goes on.</summary>
    public void Resume()
    {
        var library = Current;
        lock (library)
        {
            foreach (var source in library.Resting ?? []) _waiting.Writer.TryWrite((CurrentLibrary.Id, source));
            library.Resting = null;
        }
    }

    /// <summary>The files in order, as they come and while not paused, until cancelled, each with the tenant id of its library.</summary>
    internal async IAsyncEnumerable<(string Library, PictureSource Source)> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var (library, source) in _waiting.Reader.ReadAllAsync(ct))
        {
            if (Rests(Of(library), source)) continue;
            yield return (library, source);
            Of(library).Known.TryRemove(source.Sha256, out _);
        }
    }

    // Others have their turn meanwhile.
    private static bool Rests(OfLibrary library, PictureSource source)
    {
        lock (library)
        {
            library.Resting?.Add(source);
            return library.Resting is not null;
        }
    }

    private OfLibrary Of(string library) => _libraries.GetOrAdd(library, static _ => new());

    private sealed class OfLibrary
    {
        public ConcurrentDictionary<string, byte> Known { get; } = [];

        /// <summary>What came up while building ahead is paused; null while it is not.</summary>
        public List<PictureSource>? Resting { get; set; }
    }
}
