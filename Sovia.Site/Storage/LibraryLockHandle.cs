using Medallion.Threading.Postgres;
using Npgsql;

namespace Sovia.Storage;

/// <summary>A lock that is held until this handle is disposed or its connection breaks.</summary>
public sealed class LibraryLockHandle : IAsyncDisposable
{
    private readonly PostgresDistributedLockHandle handle;

    internal LibraryLockHandle(PostgresDistributedLockHandle handle) => this.handle = handle;

    /// <summary>
    /// Cancelled when the lock is lost without having been released; the holder must stop. Reading this property starts monitoring the
    /// connection.
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
            // The connection is gone, and the lock was released with it.
        }
    }
}
