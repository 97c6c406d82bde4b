using System.Collections.Concurrent;
using System.Data;
using Npgsql;
using Sovia.Caching;
using Sovia.Index.Versions;

namespace Sovia.Prompts.Earned;

/// <summary>
/// Finds what earns likes in a library. That goes through all of its texts, so whoever asks waits a moment and else gets what was found
/// before.
/// </summary>
public sealed class RankLikeRates(NpgsqlDataSource source, LibraryStateCache versions, SharedCache cache) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private const string Sql = """
        select coalesce(a.by_likes, x.by_likes) = 0, x.texts, x.models, x.modes
        from sovia.family_index x left join sovia.family_annotation a on a.tenant_id = $1 and a.id = x.id where x.tenant_id = $1
        """;

    private readonly ConcurrentDictionary<string, LikeRateRanking> last = new();
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>What was found, and whether it is of the library as it is now; null where nothing was found yet.</summary>
    /// <param name="tenant">Whose library.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<(LikeRateRanking? Ranking, bool IsCurrent)> GetRankingAsync(string tenant, CancellationToken ct)
    {
        var state = await versions.GetCurrentAsync(tenant, ct);
        // It goes on when nobody waits any more: the next one has it.
        var finding = cache.GetOrCreateAsync("earned", tenant, state.CombinedStamp, "",
            ct => new ValueTask<LikeRateRanking>(FindAsync(tenant, ct)), ranking => 100 * ranking.Words.Count * 4, CancellationToken.None)
            .AsTask();
        if (await Task.WhenAny(finding, Task.Delay(Patience, ct)) == finding)
        {
            last[tenant] = await finding;
            return (last[tenant], true);
        }
        ct.ThrowIfCancellationRequested();
        _ = finding.ContinueWith(
            found =>
            {
                if (found.IsCompletedSuccessfully) last[tenant] = found.Result;
                else _ = found.Exception;
            },
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return (last.GetValueOrDefault(tenant), false);
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task<LikeRateRanking> FindAsync(string tenant, CancellationToken ct)
    {
        // One at a time on this site: it takes memory.
        await turn.WaitAsync(ct);
        try
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            // Both times the library is the same.
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            var tally = new LikeRateCounter();
            await EachAsync(connection, tenant, reader =>
                tally.CountFamily(reader.GetBoolean(0), reader.GetString(1), reader.GetFieldValue<string[]>(2),
                    reader.GetFieldValue<string[]>(3)), ct);
            await EachAsync(connection, tenant, reader => tally.CountPairs(reader.GetBoolean(0), reader.GetString(1)), ct);
            return tally.ToRanking();
        }
        finally
        {
            turn.Release();
        }
    }

    private static async Task EachAsync(NpgsqlConnection connection, string tenant, Action<NpgsqlDataReader> take, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Sql, connection) { CommandTimeout = 0, Parameters = { new() { Value = tenant } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) take(reader);
    }
}
