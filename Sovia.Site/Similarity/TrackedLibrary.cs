namespace Sovia.Similarity;

/// <summary>A library whose similarity index this process maintains.</summary>
/// <param name="name">The library's tenant id.</param>
internal sealed class TrackedLibrary(string name) : IDisposable
{
    private readonly SemaphoreSlim wanted = new(0);
    private volatile TaskCompletionSource looked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile VersionedSimilarityIndex? current;
    private long askedAt;

    /// <summary>The library's tenant id.</summary>
    public string Name => name;

    /// <summary>The current index; null until there is one.</summary>
    public VersionedSimilarityIndex? Current
    {
        get => current;
        set => current = value;
    }

    /// <summary>Completes after the next update check.</summary>
    public Task NextUpdate => looked.Task;

    /// <summary>When the index was last requested, as a timestamp of the clock.</summary>
    public long LastRequestedAt => Volatile.Read(ref askedAt);

    /// <summary>Records that the index was requested.</summary>
    public void RecordRequest(long now) => Volatile.Write(ref askedAt, now);

    /// <summary>Triggers an update check at once.</summary>
    public void RequestUpdate()
    {
        if (wanted.CurrentCount == 0) wanted.Release();
    }

    /// <summary>Waits until an update is requested, or until the time has passed.</summary>
    public Task WaitForRequestAsync(TimeSpan time, CancellationToken ct) => wanted.WaitAsync(time, ct);

    /// <summary>Completes <see cref="NextUpdate"/> for all waiting callers.</summary>
    public void SignalUpdated() => Interlocked.Exchange(ref looked, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <inheritdoc/>
    public void Dispose() => wanted.Dispose();
}
