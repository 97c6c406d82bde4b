using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Sovia.MediaFiles.Pictures;

/// <summary>Files whose pictures are to be built ahead of time, when nobody waits for any. Kept in memory: after a restart <see cref="QueueMissingPictures"/> finds them again.</summary>
public sealed class PictureQueue
{
    private readonly Channel<PictureSource> _waiting = Channel.CreateUnbounded<PictureSource>(new() { SingleReader = true });
    private readonly ConcurrentDictionary<string, byte> _known = [];
    private readonly Lock _lock = new();
    private TaskCompletionSource? _paused;

    /// <summary>How many files wait, the one at work included.</summary>
    public int Waiting => _known.Count;

    /// <summary>Whether building ahead rests until <see cref="Resume"/>. What someone waits for is built all the same.</summary>
    public bool IsPaused
    {
        get
        {
            lock (_lock) return _paused is not null;
        }
    }

    /// <summary>Puts a file at the end; one that waits already is not taken twice.</summary>
    /// <param name="sha256">Of its bytes, 64 lower-case hex digits.</param>
    /// <param name="path">Its absolute path.</param>
    /// <exception cref="ArgumentException">The hash is none.</exception>
    public void Add(string sha256, string path)
    {
        if (!ContentHash.IsOne(sha256)) throw new ArgumentException("not a SHA-256 in lower-case hex", nameof(sha256));
        if (_known.TryAdd(sha256, 0)) _waiting.Writer.TryWrite(new(sha256, path));
    }

    /// <summary>Lets building ahead rest, once the file at work is done.</summary>
    public void Pause()
    {
        lock (_lock) _paused ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Goes on.</summary>
    public void Resume()
    {
        lock (_lock)
        {
            _paused?.SetResult();
            _paused = null;
        }
    }

    /// <summary>The files in order, as they come and while not paused, until cancelled.</summary>
    internal async IAsyncEnumerable<PictureSource> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var source in _waiting.Reader.ReadAllAsync(ct))
        {
            while (PauseEnd() is { } end) await end.WaitAsync(ct);
            yield return source;
            _known.TryRemove(source.Sha256, out _);
        }
    }

    private Task? PauseEnd()
    {
        lock (_lock) return _paused?.Task;
    }
}
