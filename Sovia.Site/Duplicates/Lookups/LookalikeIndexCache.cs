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
    private const string StampSql = """
        select concat_ws(' ', coalesce(s.hashes, 0), v.stamp, v.version) from (select $1::text as tenant_id) one
        left join sovia.duplicate_state s using (tenant_id) left join sovia.library_version v using (tenant_id)
        """;

    private readonly ConcurrentDictionary<string, WeakReference<LookalikeIndex>> indexes = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim buildLock = new(1, 1);

    /// <summary>Returns the index of the library's current version.</summary>
    public async Task<LookalikeIndex> GetCurrentAsync(CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        if (FindCached(await ReadStampAsync(session, ct)) is { } cachedIndex) return cachedIndex;
        // Only one caller builds the index; concurrent callers wait for it.
        await buildLock.WaitAsync(ct);
        try
        {
            var stamp = await ReadStampAsync(session, ct);
            if (FindCached(stamp) is { } rebuiltIndex) return rebuiltIndex;
            var newIndex = new LookalikeIndex(stamp, await ReadHashedPosts.ReadAllAsync(session, ct));
            indexes[CurrentLibrary.Id] = new(newIndex);
            return newIndex;
        }
        finally
        {
            buildLock.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => buildLock.Dispose();

    private LookalikeIndex? FindCached(string stamp) =>
        indexes.TryGetValue(CurrentLibrary.Id, out var weak) && weak.TryGetTarget(out var index) && index.Stamp == stamp ? index : null;

    private static async Task<string> ReadStampAsync(IQuerySession session, CancellationToken ct)
    {
        await using var reader =
            await session.ExecuteReaderAsync(new NpgsqlCommand(StampSql) { Parameters = { new() { Value = session.TenantId } } }, ct);
        await reader.ReadAsync(ct);
        return reader.GetString(0);
    }
}
