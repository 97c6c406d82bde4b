using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Medallion.Threading.Postgres;
using Npgsql;

namespace Sovia.Storage;

/// <summary>
/// Provides locks for long work in the current library, with one holder at a time across all processes on the database. PostgreSQL
/// releases a lock when its holder dies, and the holder is notified when the lock's connection breaks.
/// </summary>
public sealed class LibraryLockProvider : IAsyncDisposable
{
    // A crashed machine does not close its connections. Keepalives let the server notice within seconds instead of hours. They have no
    // effect on a unix socket, where they are not needed.
    private const string KeepaliveOptions = "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=3 -c tcp_keepalives_count=3";

    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(200);

    private readonly NpgsqlDataSource source;
    private readonly TimeProvider clock;

    /// <summary>Creates a provider with its own connection pool, separate from the one that pages share.</summary>
    public LibraryLockProvider(string connectionString, TimeProvider clock)
    {
        this.clock = clock;
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { ConnectionIdleLifetime = 30, MinPoolSize = 0 };
        // Startup options, because session settings are reset when a connection returns to the pool.
        builder.Options = $"{builder.Options} {KeepaliveOptions}".Trim();
        source = NpgsqlDataSource.Create(builder);
    }

    /// <summary>Waits for the lock, holding no connection between attempts. Dispose the result to release it.</summary>
    /// <param name="work">The name of the work, such as <c>import</c>; locks of different names or of different libraries are
    /// independent.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<LibraryLockHandle> AcquireAsync(string work, CancellationToken ct) =>
        (await TryAcquireAsync(work, TimeSpan.MaxValue, ct))!;

    /// <summary>Waits for the lock for a limited time, holding no connection between attempts.</summary>
    /// <param name="work">The name of the work.</param>
    /// <param name="maxWait">The time after which no further attempt is made.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>A handle that releases the lock when disposed, or null if the lock is still taken.</returns>
    public async Task<LibraryLockHandle?> TryAcquireAsync(string work, TimeSpan maxWait, CancellationToken ct)
    {
        for (var startTimestamp = clock.GetTimestamp(); ; await Task.Delay(RetryDelay, clock, ct))
            if (await TryAcquireAsync(work, ct) is { } handle) return handle;
            else if (clock.GetElapsedTime(startTimestamp) > maxWait) return null;
    }

    /// <summary>Tries once to take the lock, because waiting for work that takes hours would hold a connection.</summary>
    /// <param name="work">The name of the work.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>A handle that releases the lock when disposed, or null if the lock is taken.</returns>
    public async Task<LibraryLockHandle?> TryAcquireAsync(string work, CancellationToken ct) =>
        await new PostgresDistributedLock(new(GetKey(work)), source).TryAcquireAsync(TimeSpan.Zero, ct) is { } handle ? new(handle) : null;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => source.DisposeAsync();

    private static long GetKey(string work) =>
        BinaryPrimitives.ReadInt64BigEndian(
            SHA256.HashData(Encoding.UTF8.GetBytes(CurrentLibrary.IsDefault ? $"Sovia {work}" : $"Sovia {work} of {CurrentLibrary.Id}")));
}
