using System.Collections.Concurrent;
using Marten;
using Npgsql;

namespace Sovia.Index.Versions;

/// <summary>
/// The number that goes up with every change of a library. Between changes it is known without asking: whoever changes a library tells all
/// sites on the database. What is known is trusted for some seconds after each sign that the connection on which this is told is alive;
/// without such a sign each request asks.
/// </summary>
public sealed class LibraryStateCache(NpgsqlDataSource source, TimeProvider clock)
{
    /// <summary>The channel that changes are told on; the message is the tenant.</summary>
    public const string Channel = "sovia_library";

    // Whatever is further behind reads the library anew.
    private const int ChangesKept = 1_000;

    private readonly ConcurrentDictionary<string, LibraryState> known = new();
    private readonly Lock writing = new();
    private long trustedUntil;
    private int changes;

    /// <summary>Whether what is known may be taken for what is.</summary>
    internal bool IsValid => clock.GetTimestamp() < Volatile.Read(ref trustedUntil);

    /// <summary>The library as it is now.</summary>
    public async ValueTask<LibraryState> GetCurrentAsync(string tenant, CancellationToken ct)
    {
        if (IsValid && known.TryGetValue(tenant, out var state)) return state;
        var before = Volatile.Read(ref changes);
        state = await ReadAsync(tenant, ct);
        lock (writing)
        {
            // A change that came while this was read may not be in it.
            if (before == changes) known[tenant] = state;
        }
        return state;
    }

    /// <summary>The version that a session sees, asked of the database.</summary>
    internal static async Task<long> ReadVersionAsync(IQuerySession session, CancellationToken ct)
    {
        await using var command =
            new NpgsqlCommand("select version from sovia.library_version where tenant_id = $1")
            { Parameters = { new() { Value = session.TenantId } } };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        return await reader.ReadAsync(ct) ? reader.GetInt64(0) : 0;
    }

    /// <summary>Takes note that a library has changed, here or elsewhere.</summary>
    public void Invalidate(string tenant)
    {
        lock (writing)
        {
            changes++;
            known.TryRemove(tenant, out _);
        }
    }

    /// <summary>What counts a library up in a transaction that changes it.</summary>
    /// <param name="tenant">Whose library.</param>
    /// <param name="families">How many families have come.</param>
    /// <param name="posts">How many posts have.</param>
    /// <param name="roots">The families that came, changed or went.</param>
    internal static NpgsqlBatchCommand CreateAdvanceVersionCommand(string tenant, int families, int posts, Guid[] roots) => new($"""
        with next as (
            insert into sovia.library_version as v (tenant_id, version, families, posts, format) values ($1, 1, $2, $3, {IndexFormat.Current})
            on conflict (tenant_id) do update set version = v.version + 1, stamp = excluded.stamp, families = v.families + $2, posts = v.posts + $3
            returning version, stamp),
        noted as (insert into sovia.family_change (tenant_id, version, stamp, roots) select $1, version, stamp, $4 from next),
        outdated as (delete from sovia.family_change c using next where c.tenant_id = $1 and c.version <= next.version - {ChangesKept})
        select pg_notify('{Channel}', $1) from next
        """)
    {
        Parameters = { new() { Value = tenant }, new() { Value = families }, new() { Value = posts }, new() { Value = roots } },
    };

    /// <summary>Trusts what is known for some time.</summary>
    /// <param name="alive">A timestamp of the clock at which the connection was certainly alive.</param>
    /// <param name="time">For how long after that.</param>
    internal void ExtendValidity(long alive, TimeSpan time) =>
        Volatile.Write(ref trustedUntil, alive + (long)(time.TotalSeconds * clock.TimestampFrequency));

    /// <summary>Forgets all that is known and trusts nothing from now on, since changes may go by unheard or have done so.</summary>
    internal void InvalidateAll()
    {
        lock (writing)
        {
            Volatile.Write(ref trustedUntil, 0);
            changes++;
            known.Clear();
        }
    }

    private async Task<LibraryState> ReadAsync(string tenant, CancellationToken ct)
    {
        await using var command = source.CreateCommand("""
            select coalesce(v.version, 0), coalesce(v.families, 0), coalesce(v.posts, 0), coalesce(v.stamp || '.' || v.version, ''),
                coalesce(case when s.version > 0 then s.stamp || '.' || s.version end, ''), coalesce(s.collections::text, ''), coalesce(s.preferences::text, '')
            from (select $1::text as tenant_id) one left join sovia.library_version v using (tenant_id) left join sovia.library_state s using (tenant_id)
            """);
        command.Parameters.Add(new() { Value = tenant });
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return LibraryState.Empty;
        return new(reader.GetInt64(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetString(3), reader.GetString(4),
            reader.GetString(5), reader.GetString(6));
    }
}
