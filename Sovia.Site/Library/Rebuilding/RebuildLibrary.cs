using Marten;
using Npgsql;
using Sovia.Index;
using Sovia.Index.Versions;
using Sovia.Jobs;
using Sovia.Library.Writing;

namespace Sovia.Library.Rebuilding;

/// <summary>
/// Rebuilds families and their index rows from the posts, in batches, in parallel with other work. Can be interrupted at any point and run
/// again.
/// </summary>
public sealed partial class RebuildLibrary(IDocumentStore store, NpgsqlDataSource source, LibraryStateCache versions, TimeProvider clock,
    ILogger<RebuildLibrary> logger)
{
    private const int BatchSize = 200;

    private const string SaveProgressSql = "update sovia.library_version set deriving = ?, derived = ? where tenant_id = ?";

    // Rows from an older version are rebuilt while the site is in use: a write such as a like waits for at most one such batch.
    private const int StaleBatchSize = 50;

    /// <summary>Rebuilds the libraries of all tenants, or of one.</summary>
    /// <param name="staleOnly">True to rebuild only libraries whose rows an older version wrote, continuing after an interruption.</param>
    /// <param name="progress">Receives the number of rebuilt families.</param>
    /// <param name="ct">Stops between batches.</param>
    /// <param name="library">The tenant ID of the only library to rebuild; null for all.</param>
    /// <returns>The number of rebuilt families.</returns>
    public async Task<int> RunAsync(bool staleOnly, IProgress<int>? progress, CancellationToken ct, string? library = null)
    {
        var rebuiltCount = 0;
        foreach (var tenant in (await ReadTenantsAsync(staleOnly, ct)).Where(tenant => library is null || tenant == library))
        {
            var lastRoot = staleOnly ? await ReadLastRootAsync(tenant, ct) : Guid.Empty;
            for (; await ReadRootsAsync(tenant, lastRoot, staleOnly ? StaleBatchSize : BatchSize, ct) is { Length: > 0 } roots; lastRoot =
                roots[^1])
            {
                var startTimestamp = clock.GetTimestamp();
                await BisectingWriter.WriteAsync(roots, (batch, ct) => RebuildAsync(tenant, [.. batch], staleOnly, ct), LogRefused, ct);
                rebuiltCount += roots.Length;
                progress?.Report(rebuiltCount);
                // Pauses as long as the batch took, to leave half of the time to other work.
                if (staleOnly) await Task.Delay(clock.GetElapsedTime(startTimestamp), ct);
            }
            await (staleOnly ? MarkCurrentAsync(tenant, ct) : new OrphanCleanup(store, source).RunAsync(tenant, ct));
            versions.Invalidate(tenant);
        }
        return rebuiltCount;
    }

    // Returns the last family that was rebuilt in the current format.
    private async Task<Guid> ReadLastRootAsync(string tenant, CancellationToken ct) =>
        (await QueryAsync<Guid>(
            $"select derived from sovia.library_version where tenant_id = $1 and deriving = {IndexFormat.Current} and derived is not null",
            ct, tenant)).FirstOrDefault();

    // Counts and words need no correction, because each batch has updated them.
    private async Task MarkCurrentAsync(string tenant, CancellationToken ct) =>
        await QueryAsync<int>(
            $$"""
            with next as (update sovia.library_version set format = {{IndexFormat.Current}}, deriving = null, derived = null, version = version + 1
                where tenant_id = $1 returning version, stamp)
            insert into sovia.family_change (tenant_id, version, stamp, roots) select $1, version, stamp, '{}' from next returning 1
            """, ct, tenant);

    private async Task RebuildAsync(string tenant, Guid[] roots, bool shouldSaveProgress, CancellationToken ct)
    {
        await using var session = store.LightweightSession(tenant);
        await LibraryWriteLock.AcquireAsync(session, ct);
        var posts = await session.Query<Post>().Where(post => post.RootId.IsOneOf(roots)).ToListAsync(ct);
        await RefreshFamilies.RefreshAsync(session, posts, roots, ct);
        if (shouldSaveProgress) session.QueueSqlCommand(SaveProgressSql, IndexFormat.Current, roots[^1], tenant);
        await session.SaveChangesAsync(ct);
    }

    private Task<string[]> ReadTenantsAsync(bool staleOnly, CancellationToken ct) =>
        QueryAsync<string>(
            $"select tenant_id from sovia.library_version where {(staleOnly ? $"format < {IndexFormat.Current}" : "true")} order by 1", ct);

    private Task<Guid[]> ReadRootsAsync(string tenant, Guid after, int limit, CancellationToken ct) => QueryAsync<Guid>(
        $"select distinct root_id from sovia.mt_doc_post where tenant_id = $1 and root_id > $2 order by root_id limit {limit}", ct, tenant,
        after);

    private async Task<T[]> QueryAsync<T>(string sql, CancellationToken ct, params object[] values)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var items = new List<T>();
        while (await reader.ReadAsync(ct)) items.Add(await reader.GetFieldValueAsync<T>(0, ct));
        return [.. items];
    }

    private void LogRefused(Guid root, Exception e) => LogRefused(e, root);

    [LoggerMessage(Level = LogLevel.Error, Message = "Can't derive family {Root}. It stays unchanged.")]
    private partial void LogRefused(Exception e, Guid root);
}
