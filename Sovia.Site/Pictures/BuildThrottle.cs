namespace Sovia.Pictures;

/// <summary>
/// Limits concurrent builds. Pictures that a request waits for may use all cores but one; pictures are built ahead of time one by one, and
/// only while no request waits.
/// </summary>
public sealed class BuildThrottle : IDisposable
{
    private readonly SemaphoreSlim _wanted = new(Math.Max(1, Environment.ProcessorCount - 1));
    private readonly Lock _lock = new();
    private TaskCompletionSource _quiet = Quiet();
    private int _waiting;

    /// <summary>Waits for a build slot for a picture that a request waits for.</summary>
    /// <returns>Releases the slot when disposed.</returns>
    public async Task<IDisposable> AcquireAsync(CancellationToken ct)
    {
        lock (_lock)
            if (_waiting++ == 0) _quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await _wanted.WaitAsync(ct);
        }
        catch
        {
            Leave();
            throw;
        }

        return new BuildSlot(this);
    }

    /// <summary>Waits until no request waits for a picture.</summary>
    public Task WaitUntilIdleAsync(CancellationToken ct)
    {
        lock (_lock) return _quiet.Task.WaitAsync(ct);
    }

    /// <inheritdoc/>
    public void Dispose() => _wanted.Dispose();

    private void Leave()
    {
        lock (_lock)
            if (--_waiting == 0) _quiet.SetResult();
    }

    private static TaskCompletionSource Quiet()
    {
        var quiet = new TaskCompletionSource();
        quiet.SetResult();
        return quiet;
    }

    private sealed class BuildSlot(BuildThrottle turns) : IDisposable
    {
        private int _ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 1) return;
            turns._wanted.Release();
            turns.Leave();
        }
    }
}
