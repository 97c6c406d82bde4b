using Npgsql;

namespace Sovia.Import;

/// <summary>
/// Lets one import write at a time, over all processes on the database. PostgreSQL gives the lock back by itself when its
/// holder dies.
/// </summary>
public sealed class ImportLock(NpgsqlDataSource source, TimeProvider clock)
{
    private const long Key = 0x536F766961_01; // "Sovia", 1
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits for the lock; dispose the result to give it back.</summary>
    public async Task<IAsyncDisposable> AcquireAsync(CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        try
        {
            while (!await TryAsync(connection, ct)) await Task.Delay(Pause, clock, ct);
            return new Held(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<bool> TryAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock($1)", connection) { Parameters = { new() { Value = Key } } };
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private sealed class Held(NpgsqlConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                await using var command = new NpgsqlCommand("select pg_advisory_unlock($1)", connection) { Parameters = { new() { Value = Key } } };
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
