using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Medallion.Threading.Postgres;
using Npgsql;

namespace Sovia.Storage;

/// <summary>
/// Lets one holder at a time do a long piece of work in the current library, over all processes on the database. PostgreSQL gives the lock
/// back by itself when its holder dies, and the holder hears of it when the connection that it hangs on is gone.
/// </summary>
public sealed class LibraryLockProvider : IAsyncDisposable
{
    // A node whose machine is gone says nothing more: the server asks after it, where it would wait for hours. Over a local socket that is
    // not needed and does nothing.
    private const string AskAfterClients = "set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 3; set tcp_keepalives_count = 3";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly NpgsqlDataSource source;
    private readonly TimeProvider clock;

    /// <summary>Locks of the database at an address. Their connections are apart from those that pages share.</summary>
    public LibraryLockProvider(string address, TimeProvider clock)
    {
        this.clock = clock;
        var builder =
            new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(address)
            {
                ConnectionIdleLifetime = 30,
                MinPoolSize = 0
            }.ConnectionString);
        builder.UsePhysicalConnectionInitializer(connection => RunAsync(connection, isAsync: false).GetAwaiter().GetResult(), connection =>
            RunAsync(connection, isAsync: true));
        source = builder.Build();
    }

    /// <summary>Waits for the lock, between two tries without a connection; dispose the result to give it back.</summary>
    /// <param name="work">What is done under it, <c>import</c>; works of different names, and those of different libraries, do not wait for
    /// each other.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<LibraryLockHandle> AcquireAsync(string work, CancellationToken ct)
    {
        while (true)
        {
            if (await TryAcquireAsync(work, ct) is { } held) return held;
            await Task.Delay(Pause, clock, ct);
        }
    }

    /// <summary>Takes the lock at once or not at all: work that takes hours is not waited for on a connection.</summary>
    /// <param name="work">What is done under it.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What gives it back when disposed, or null where somebody has it.</returns>
    public async Task<LibraryLockHandle?> TryAcquireAsync(string work, CancellationToken ct) =>
        await new PostgresDistributedLock(new(KeyOf(work)), source).TryAcquireAsync(TimeSpan.Zero, ct) is { } handle ? new(handle) : null;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => source.DisposeAsync();

    private static long KeyOf(string work) =>
        BinaryPrimitives.ReadInt64BigEndian(
            SHA256.HashData(Encoding.UTF8.GetBytes(CurrentLibrary.IsDefault ? $"Sovia {work}" : $"Sovia {work} of {CurrentLibrary.Id}")));

    private static async Task RunAsync(NpgsqlConnection connection, bool isAsync)
    {
        await using var command = new NpgsqlCommand(AskAfterClients, connection);
        if (isAsync) await command.ExecuteNonQueryAsync();
        else command.ExecuteNonQuery();
    }
}
