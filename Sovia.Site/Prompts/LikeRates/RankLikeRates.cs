using System.Collections.Concurrent;
using System.Data;
using Npgsql;
using Sovia.Caching;
using Sovia.Index.Versions;
using Sovia.Query;
using Sovia.Query.Lists;

namespace Sovia.Prompts.LikeRates;

/// <summary>
/// Ranks like rates in a library. This reads all texts, so callers wait briefly and otherwise get the previous ranking.
/// </summary>
public sealed class RankLikeRates(NpgsqlDataSource source, LibraryStateCache versions, SharedCache cache) : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1.5);

    private const string Sql = """
        select coalesce(a.by_likes, x.by_likes) = 0, x.texts, x.models, x.modes
        from sovia.family_index x left join sovia.family_annotation a on a.tenant_id = $1 and a.id = x.id where x.tenant_id = $1
        """;

    private readonly ConcurrentDictionary<(string Tenant, string Hidden), LikeRateRanking> lastRankings = new();
    private readonly SemaphoreSlim computeLock = new(1);

    /// <summary>
    /// Returns the ranking, and whether it belongs to the library's current state; the ranking is null if there is none yet.
    /// </summary>
    /// <param name="tenant">The library.</param>
    /// <param name="ct">Cancels the wait.</param>
    public async Task<(LikeRateRanking? Ranking, bool IsCurrent)> GetRankingAsync(string tenant, CancellationToken ct)
    {
        var state = await versions.GetCurrentAsync(tenant, ct);
        // Not cancelled with the request, so that a later request gets the result from the cache.
        var (hidden, key) = (HideFilter.Current?.CreateList(ListUnit.Family), (tenant, HideFilter.CurrentKey));
        var rankingTask = cache.GetOrCreateAsync("earned", tenant, state.CombinedStamp, HideFilter.CurrentKey,
            ct => new ValueTask<LikeRateRanking>(ComputeAsync(tenant, hidden, ct)),
            ranking => 100 * ranking.Words.Count * 4, CancellationToken.None)
            .AsTask();
        if (await Task.WhenAny(rankingTask, Task.Delay(Timeout, ct)) == rankingTask)
        {
            lastRankings[key] = await rankingTask;
            return (lastRankings[key], true);
        }
        ct.ThrowIfCancellationRequested();
        _ = rankingTask.ContinueWith(
            task =>
            {
                if (task.IsCompletedSuccessfully) lastRankings[key] = task.Result;
                else _ = task.Exception;
            },
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return (lastRankings.GetValueOrDefault(key), false);
    }

    /// <inheritdoc/>
    public void Dispose() => computeLock.Dispose();

    private async Task<LikeRateRanking> ComputeAsync(string tenant, ResolvedQuery? hidden, CancellationToken ct)
    {
        // Only one at a time per process, because the counting needs much memory.
        await computeLock.WaitAsync(ct);
        try
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            // Both passes must see the same snapshot.
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            var counter = new LikeRateCounter();
            await ForEachAsync(connection, tenant, hidden, reader =>
                counter.CountFamily(reader.GetBoolean(0), reader.GetString(1), reader.GetFieldValue<string[]>(2),
                    reader.GetFieldValue<string[]>(3)), ct);
            await ForEachAsync(connection, tenant, hidden, reader => counter.CountPairs(reader.GetBoolean(0), reader.GetString(1)), ct);
            return counter.ToRanking();
        }
        finally
        {
            computeLock.Release();
        }
    }

    private static async Task ForEachAsync(NpgsqlConnection connection, string tenant, ResolvedQuery? hidden, Action<NpgsqlDataReader> read,
        CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Sql, connection) { Parameters = { new() { Value = tenant } } };
        if (hidden is not null) command.CommandText += $" and x.id not in ({hidden.BuildSql(command.Parameters, "x.id")})";
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) read(reader);
    }
}
