using System.Collections.Concurrent;
using Marten;
using Npgsql;
using NpgsqlTypes;

namespace Sovia.Index.Versions;

/// <summary>
/// Caches the state of each library, whose version increases with every change. Each writer notifies all sites on the database, so that no
/// query is needed between changes. The cached state is trusted for some seconds after each proof that the notification connection is
/// alive; otherwise each request queries the database.
/// </summary>
public sealed class LibraryStateCache(NpgsqlDataSource source, TimeProvider clock)
{
    /// <summary>The notification channel of changes; the payload is the tenant ID.</summary>
    public const string Channel = "sovia_library";

    // Readers that are further behind reload the whole library.
    private const int MaxChanges = 1_000;

    // A query takes less than a millisecond, and a dead connection must not hold all requests that share it.
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, LibraryState> states = new();
    private readonly Dictionary<string, (int ChangeCount, Task<LibraryState> Task)> reads = [];
    private readonly Lock stateLock = new();
    private long trustedUntil;
    private int changeCount;

    /// <summary>Whether the cached state can be trusted.</summary>
    internal bool IsValid => clock.GetTimestamp() < Volatile.Read(ref trustedUntil);

    /// <summary>Returns the current state of a library.</summary>
    public async ValueTask<LibraryState> GetCurrentAsync(string tenant, CancellationToken ct)
    {
        if (IsValid && states.TryGetValue(tenant, out var state)) return state;
        Task<LibraryState> read;
        lock (stateLock)
        {
            // Joins a query that began after the last known change. Without notifications, another change may have been missed meanwhile.
            if (!IsValid || !reads.TryGetValue(tenant, out var current) || current.ChangeCount != changeCount || current.Task.IsCompleted)
                reads[tenant] = current = (changeCount, ReadAndCacheAsync(tenant, changeCount));
            read = current.Task;
        }
        return await read.WaitAsync(ct);
    }

    private async Task<LibraryState> ReadAndCacheAsync(string tenant, int countBefore)
    {
        using var timeout = new CancellationTokenSource(ReadTimeout, clock);
        LibraryState state;
        try
        {
            state = await ReadAsync(tenant, timeout.Token);
        }
        catch (OperationCanceledException e) when (timeout.IsCancellationRequested)
        {
            throw new TimeoutException("The database did not respond in time.", e);
        }
        lock (stateLock)
        {
            // Not cached if a change arrived during the query, because the result may lack it.
            if (countBefore == changeCount) states[tenant] = state;
        }
        return state;
    }

    /// <summary>Reads from the database the version that a session sees.</summary>
    internal static async Task<long> ReadVersionAsync(IQuerySession session, CancellationToken ct)
    {
        await using var command =
            new NpgsqlCommand("select version from sovia.library_version where tenant_id = $1")
            { Parameters = { new() { Value = session.TenantId } } };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        return await reader.ReadAsync(ct) ? reader.GetInt64(0) : 0;
    }

    /// <summary>Records that a library has changed, in this process or another.</summary>
    public void Invalidate(string tenant)
    {
        lock (stateLock)
        {
            changeCount++;
            states.TryRemove(tenant, out _);
        }
    }

    /// <summary>Returns a command that advances the library's version in a transaction that changes it.</summary>
    /// <param name="tenant">The library's tenant.</param>
    /// <param name="families">The change in the number of families.</param>
    /// <param name="posts">The change in the number of posts.</param>
    /// <param name="roots">The families that were added, changed or deleted.</param>
    internal static NpgsqlBatchCommand CreateAdvanceVersionCommand(string tenant, int families, int posts, Guid[] roots) => new($"""
        with next as (
            insert into sovia.library_version as v (tenant_id, version, families, posts, format) values ($1, 1, $2, $3, {IndexFormat.Current})
            on conflict (tenant_id) do update set version = v.version + 1, stamp = excluded.stamp, families = v.families + $2, posts = v.posts + $3
            returning version, stamp),
        noted as (insert into sovia.family_change (tenant_id, version, stamp, roots) select $1, version, stamp, $4 from next),
        outdated as (delete from sovia.family_change c using next where c.tenant_id = $1 and c.version <= next.version - {MaxChanges})
        select pg_notify('{Channel}', $1) from next
        """)
    {
        Parameters = { new() { Value = tenant }, new() { Value = families }, new() { Value = posts }, new() { Value = roots } },
    };

    /// <summary>Extends the time for which the cached state is trusted.</summary>
    /// <param name="alive">A timestamp of the clock at which the connection was certainly alive.</param>
    /// <param name="time">The duration of trust after that timestamp.</param>
    internal void ExtendValidity(long alive, TimeSpan time) =>
        Volatile.Write(ref trustedUntil, alive + (long)(time.TotalSeconds * clock.TimestampFrequency));

    /// <summary>
    /// Clears the cached state and stops trusting it, because notifications may have been missed or may be missed from now on.
    /// </summary>
    internal void InvalidateAll()
    {
        lock (stateLock)
        {
            Volatile.Write(ref trustedUntil, 0);
            changeCount++;
            states.Clear();
        }
    }

    private async Task<LibraryState> ReadAsync(string tenant, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand("""
            select coalesce(v.version, 0), coalesce(v.families, 0), coalesce(v.posts, 0), coalesce(v.stamp || '.' || v.version, ''),
                coalesce(case when s.version > 0 then s.stamp || '.' || s.version end, ''), coalesce(s.collections::text, ''), coalesce(s.preferences::text, '')
            from (select $1::text as tenant_id) one left join sovia.library_version v using (tenant_id) left join sovia.library_state s using (tenant_id)
            """, connection);
        command.Parameters.Add(new() { Value = tenant, NpgsqlDbType = NpgsqlDbType.Text });
        // Prepared, because planning takes longer than executing.
        await command.PrepareAsync(ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return LibraryState.Empty;
        return new(reader.GetInt64(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetString(3), reader.GetString(4),
            reader.GetString(5), reader.GetString(6));
    }
}
