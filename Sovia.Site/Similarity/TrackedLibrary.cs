namespace Sovia.Similarity;

/// <summary>A library whose similarity index this process maintains.</summary>
/// <param name="name">The library's tenant id.</param>
internal sealed class TrackedLibrary(string name) : IDisposable
{
    private readonly SemaphoreSlim requestSignal = new(0);
    private volatile TaskCompletionSource update = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile VersionedSimilarityIndex? current;
    private long lastRequestedAt;

    /// <summary>The library's tenant id.</summary>
    public string Name => name;

    /// <summary>The current index; null until there is one.</summary>
    public VersionedSimilarityIndex? Current
    {
        get => current;
        set => current = value;
    }

    /// <summary>Completes after the next update check.</summary>
    public Task NextUpdate => update.Task;

    /// <summary>When the index was last requested, as a timestamp of the clock.</summary>
    public long LastRequestedAt => Volatile.Read(ref lastRequestedAt);

    /// <summary>Records that the index was requested.</summary>
    public void RecordRequest(long now) => Volatile.Write(ref lastRequestedAt, now);

    /// <summary>Triggers an update check at once.</summary>
    public void RequestUpdate()
    {
        if (requestSignal.CurrentCount == 0) requestSignal.Release();
    }

    /// <summary>Waits until an update is requested, or until the time has passed.</summary>
    public Task WaitForRequestAsync(TimeSpan time, CancellationToken ct) => requestSignal.WaitAsync(time, ct);

    /// <summary>Completes <see cref="NextUpdate"/> for all waiting callers.</summary>
    public void SignalUpdated() => Interlocked.Exchange(ref update, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <inheritdoc/>
    public void Dispose() => requestSignal.Dispose();
}
