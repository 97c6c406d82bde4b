using Npgsql;
using Sovia.Caching;
using Sovia.Index.Versions;
using Sovia.Query.Lists;

namespace Sovia.Library.Browsing;

/// <summary>Counts the items of a list, once for each state of the library.</summary>
public sealed class CountMatches(NpgsqlDataSource source, CurrentTenant tenant, LibraryStateCache versions, SharedCache cache)
{
    private const int SmallSize = 10_000;

    /// <summary>Returns the number of items in the list. The size of the whole library is stored, so it is not counted.</summary>
    /// <param name="list">The list.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <param name="limit">Stops the count at one more than this number; null to count all items.</param>
    public async Task<int> CountAsync(ResolvedQuery list, CancellationToken ct, int? limit = null)
    {
        var state = await versions.GetCurrentAsync(tenant.Id, ct);
        list = list.ForLibrary(state);
        if (list.IsUnfiltered) return list.ListsPosts ? state.Posts : state.Families;
        return await cache.GetOrCreateAsync(limit is null ? "count" : $"count to {limit}", tenant.Id, list.GetStamp(state), list.FilterKey,
            CreateCountFactory(source, list, tenant.Id, limit + 1), _ => sizeof(int), ct);
    }

    /// <summary>Returns whether the library is so large that counting can take longer than reading a page of results.</summary>
    public async Task<bool> MayTakeLongAsync(CancellationToken ct) => (await versions.GetCurrentAsync(tenant.Id, ct)).Families > SmallSize;

    // The computation is shared and can outlive this request, so it must not capture anything of it.
    private static Func<CancellationToken, ValueTask<int>> CreateCountFactory(NpgsqlDataSource source, ResolvedQuery list, string tenant,
        int? maxCount) => async ct =>
    {
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant });
        command.CommandText =
            $"select count(*)::integer from (select from ({list.BuildSql(command.Parameters, "")}) x{(maxCount is null ? "" : $" limit {maxCount}")}) x";
        return await SearchTimeout.RunAsync(list, command, async command => (int)(await command.ExecuteScalarAsync(ct))!);
    };
}
