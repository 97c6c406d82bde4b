using System.Collections.Concurrent;
using Marten;
using Npgsql;
using Sovia.Duplicates.Groups;
using Sovia.Storage;

namespace Sovia.Duplicates.Lookups;

/// <summary>
/// Caches each library's <see cref="LookalikeIndex"/> by weak reference, and rebuilds it when hashes or posts have changed.
/// </summary>
public sealed class LookalikeIndexCache(ISessionFactory sessions) : IDisposable
{
    private const string Marking = """
        select concat_ws(' ', coalesce(s.hashes, 0), v.stamp, v.version) from (select $1::text as tenant_id) one
        left join sovia.duplicate_state s using (tenant_id) left join sovia.library_version v using (tenant_id)
        """;

    private readonly ConcurrentDictionary<string, WeakReference<LookalikeIndex>> kept = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim reading = new(1, 1);

    /// <summary>Returns the index of the library's current version.</summary>
    public async Task<LookalikeIndex> GetCurrentAsync(CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        if (Known(await MarkAsync(session, ct)) is { } known) return known;
        // Only one caller builds the index; concurrent callers wait for it.
        await reading.WaitAsync(ct);
        try
        {
            var mark = await MarkAsync(session, ct);
            if (Known(mark) is { } read) return read;
            var now = new LookalikeIndex(mark, await ReadHashedPosts.ReadAllAsync(session, ct));
            kept[CurrentLibrary.Id] = new(now);
            return now;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    private LookalikeIndex? Known(string mark) =>
        kept.TryGetValue(CurrentLibrary.Id, out var weak) && weak.TryGetTarget(out var known) && known.Stamp == mark ? known : null;

    private static async Task<string> MarkAsync(IQuerySession session, CancellationToken ct)
    {
        await using var reader =
            await session.ExecuteReaderAsync(new NpgsqlCommand(Marking) { Parameters = { new() { Value = session.TenantId } } }, ct);
        await reader.ReadAsync(ct);
        return reader.GetString(0);
    }
}
