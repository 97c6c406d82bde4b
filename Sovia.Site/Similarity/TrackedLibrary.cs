namespace Sovia.Similarity;

/// <summary>A library whose similarity index this process keeps.</summary>
/// <param name="name">Its tenant id.</param>
internal sealed class TrackedLibrary(string name) : IDisposable
{
    private readonly SemaphoreSlim wanted = new(0);
    private volatile TaskCompletionSource looked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile VersionedSimilarityIndex? current;
    private long askedAt;

    /// <summary>Its tenant id.</summary>
    public string Name => name;

    /// <summary>Its index; null until there is one.</summary>
    public VersionedSimilarityIndex? Current
    {
        get => current;
        set => current = value;
    }

    /// <summary>Completes when it has been looked after once more.</summary>
    public Task NextUpdate => looked.Task;

    /// <summary>When somebody asked for it last, as a timestamp of the clock.</summary>
    public long LastRequestedAt => Volatile.Read(ref askedAt);

    /// <summary>Notes that somebody asks for it.</summary>
    public void RecordRequest(long now) => Volatile.Write(ref askedAt, now);

    /// <summary>Has it looked after at once.</summary>
    public void RequestUpdate()
    {
        if (wanted.CurrentCount == 0) wanted.Release();
    }

    /// <summary>Waits until somebody is in a hurry, or for some time.</summary>
    public Task WaitForRequestAsync(TimeSpan time, CancellationToken ct) => wanted.WaitAsync(time, ct);

    /// <summary>Tells whoever waits for it that it has been looked after.</summary>
    public void SignalUpdated() => Interlocked.Exchange(ref looked, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <inheritdoc/>
    public void Dispose() => wanted.Dispose();
}
