using System.Collections.Concurrent;
using Marten;
using Npgsql;

namespace Sovia.Library.Search;

/// <summary>
/// The number that goes up with every change of a library. Between changes it is known without asking: whoever changes a
/// library tells all sites on the database, and while the line to it is down they ask each time.
/// </summary>
public sealed class LibraryVersion(NpgsqlDataSource source)
{
    /// <summary>The channel that changes are told on; the message is the tenant.</summary>
    public const string Channel = "sovia_library";

    private readonly ConcurrentDictionary<string, LibraryState> known = new();
    private volatile bool isListening;
    private int changes;

    /// <summary>The library as it is now.</summary>
    public async ValueTask<LibraryState> CurrentAsync(string tenant, CancellationToken ct)
    {
        if (isListening && known.TryGetValue(tenant, out var state)) return state;
        var before = Volatile.Read(ref changes);
        await using var command = source.CreateCommand("select version, families, posts from sovia.library_version where tenant_id = $1");
        command.Parameters.Add(new() { Value = tenant });
        await using var reader = await command.ExecuteReaderAsync(ct);
        state = await reader.ReadAsync(ct) ? new(reader.GetInt64(0), reader.GetInt32(1), reader.GetInt32(2)) : LibraryState.Empty;
        known[tenant] = state;
        // A change that came while this was read may not be in it.
        if (before != Volatile.Read(ref changes)) known.TryRemove(tenant, out _);
        return state;
    }

    /// <summary>The version that a session sees, asked of the database.</summary>
    internal static async Task<long> OfAsync(IQuerySession session, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select version from sovia.library_version where tenant_id = $1") { Parameters = { new() { Value = session.TenantId } } };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        return await reader.ReadAsync(ct) ? reader.GetInt64(0) : 0;
    }

    /// <summary>Takes note that a library has changed, here or elsewhere.</summary>
    public void Forget(string tenant)
    {
        Interlocked.Increment(ref changes);
        known.TryRemove(tenant, out _);
    }

    /// <summary>What counts a library up in a transaction that changes it.</summary>
    internal static NpgsqlBatchCommand Advancing(string tenant, int families, int posts) => new($"""
        with next as (
            insert into sovia.library_version as v (tenant_id, version, families, posts, format) values ($1, 1, $2, $3, {IndexFormat.Current})
            on conflict (tenant_id) do update set version = v.version + 1, families = v.families + $2, posts = v.posts + $3
            returning 1)
        select pg_notify('{Channel}', $1) from next
        """)
    {
        Parameters = { new() { Value = tenant }, new() { Value = families }, new() { Value = posts } },
    };

    /// <summary>Whether changes are told of from now on. What was known before is forgotten either way.</summary>
    internal void Listen(bool listening)
    {
        isListening = false;
        Interlocked.Increment(ref changes);
        known.Clear();
        isListening = listening;
    }
}
