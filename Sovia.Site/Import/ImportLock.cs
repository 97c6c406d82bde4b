using Sovia.Storage;

namespace Sovia.Import;

/// <summary>Lets one import of a library write at a time, over all processes on the database.</summary>
public sealed class ImportLock(WriteLock locks)
{
    /// <summary>Waits for the lock; dispose the result to give it back.</summary>
    public Task<IAsyncDisposable> AcquireAsync(CancellationToken ct) => locks.AcquireAsync("import", ct);
}
