namespace Sovia.Pictures;

/// <summary>
/// Limits concurrent builds. Pictures that a request waits for may use all cores but one; pictures are built ahead of time one by one, and
/// only while no request waits.
/// </summary>
public sealed class BuildThrottle : IDisposable
{
    private readonly SemaphoreSlim _slots = new(Math.Max(1, Environment.ProcessorCount - 1));
    private readonly Lock _lock = new();
    private TaskCompletionSource _idle = CreateCompleted();
    private int _requestCount;

    /// <summary>Waits for a build slot for a picture that a request waits for.</summary>
    /// <returns>Releases the slot when disposed.</returns>
    public async Task<IDisposable> AcquireAsync(CancellationToken ct)
    {
        lock (_lock)
            if (_requestCount++ == 0) _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await _slots.WaitAsync(ct);
        }
        catch
        {
            EndRequest();
            throw;
        }

        return new BuildSlot(this);
    }

    /// <summary>Waits until no request waits for a picture.</summary>
    public Task WaitUntilIdleAsync(CancellationToken ct)
    {
        lock (_lock) return _idle.Task.WaitAsync(ct);
    }

    /// <inheritdoc/>
    public void Dispose() => _slots.Dispose();

    private void EndRequest()
    {
        lock (_lock)
            if (--_requestCount == 0) _idle.SetResult();
    }

    private static TaskCompletionSource CreateCompleted()
    {
        var completed = new TaskCompletionSource();
        completed.SetResult();
        return completed;
    }

    private sealed class BuildSlot(BuildThrottle throttle) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
            throttle._slots.Release();
            throttle.EndRequest();
        }
    }
}
