using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Sovia.Storage;

/// <summary>
/// Lets one holder at a time do a long piece of work in the current library, over all processes on the database. PostgreSQL gives the lock back by
/// itself when its holder dies.
/// </summary>
public sealed class WriteLock(NpgsqlDataSource source, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits for the lock, between two tries without a connection; dispose the result to give it back.</summary>
    /// <param name="work">What is done under it, <c>import</c>; works of different names, and those of different libraries, do not wait for each other.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IAsyncDisposable> AcquireAsync(string work, CancellationToken ct)
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
    public async Task<IAsyncDisposable?> TryAcquireAsync(string work, CancellationToken ct)
    {
        var key = KeyOf(work);
        var connection = await source.OpenConnectionAsync(ct);
        var taken = false;
        try
        {
            taken = await TryAsync(connection, key, ct);
            return taken ? new Held(connection, key) : null;
        }
        finally
        {
            if (!taken) await connection.DisposeAsync();
        }
    }

    private static long KeyOf(string work) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(CurrentLibrary.IsOnlyOne ? $"Sovia {work}" : $"Sovia {work} of {CurrentLibrary.Id}")));

    private static async Task<bool> TryAsync(NpgsqlConnection connection, long key, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock($1)", connection) { Parameters = { new() { Value = key } } };
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private sealed class Held(NpgsqlConnection connection, long key) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                await using var command = new NpgsqlCommand("select pg_advisory_unlock($1)", connection) { Parameters = { new() { Value = key } } };
                await command.ExecuteNonQueryAsync();
            }
            catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
            {
                // The connection is gone, and the lock with it.
            }
            await connection.DisposeAsync();
        }
    }
}
