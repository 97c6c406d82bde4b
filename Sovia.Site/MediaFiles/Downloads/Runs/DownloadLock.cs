using Sovia.Storage;

namespace Sovia.MediaFiles.Downloads.Runs;

/// <summary>Lets one process fetch at a time, over all processes on the database.</summary>
public sealed class DownloadLock(WriteLock locks)
{
    /// <summary>Takes the lock, or returns null where somebody has it.</summary>
    public Task<IAsyncDisposable?> TryAcquireAsync(CancellationToken ct) => locks.TryAcquireAsync("download", ct);
}
