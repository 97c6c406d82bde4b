using Npgsql;

namespace Sovia.MediaFiles.Downloads.Runs;

/// <summary>
/// Lets one process fetch at a time, over all processes on the database. PostgreSQL gives the lock back by itself when its
/// holder dies.
/// </summary>
public sealed class DownloadLock(NpgsqlDataSource source)
{
    private const long Key = 0x536F766961_02; // "Sovia", 2

    /// <summary>Takes the lock, or returns null where somebody has it: a run can take hours, and nobody waits for that on a connection.</summary>
    public async Task<IAsyncDisposable?> TryAcquireAsync(CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        try
        {
            await using var command = new NpgsqlCommand("select pg_try_advisory_lock($1)", connection) { Parameters = { new() { Value = Key } } };
            if (await command.ExecuteScalarAsync(ct) is true) return new Held(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        await connection.DisposeAsync();
        return null;
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
