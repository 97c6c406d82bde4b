using Medallion.Threading.Postgres;
using Npgsql;

namespace Sovia.Storage;

/// <summary>A lock that is held until this is disposed, or until its connection is gone.</summary>
public sealed class LibraryLockHandle : IAsyncDisposable
{
    private readonly PostgresDistributedLockHandle handle;

    internal LibraryLockHandle(PostgresDistributedLockHandle handle) => this.handle = handle;

    /// <summary>
    /// Cancelled when the lock is gone though nobody gave it back: whoever holds it must stop. Asking for it has the connection watched.
    /// </summary>
    public CancellationToken LostToken => handle.HandleLostToken;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await handle.DisposeAsync();
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            // The connection is gone, and the lock with it.
        }
    }
}
