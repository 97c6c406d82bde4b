using Npgsql;
using Sovia.Caching;
using Sovia.Index.Versions;
using Sovia.Query.Lists;

namespace Sovia.Library.Browsing;

/// <summary>Counts what a list holds, once for each state of the library.</summary>
public sealed class CountMatches(NpgsqlDataSource source, CurrentTenant tenant, LibraryStateCache versions, SharedCache cache)
{
    private const int Small = 10_000;

    /// <summary>How many items the list has. The whole library is not counted but known.</summary>
    /// <param name="list">The list.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <param name="most">Where more than so many make no difference: of more, only one more is looked at.</param>
    public async Task<int> CountAsync(ResolvedQuery list, CancellationToken ct, int? most = null)
    {
        var state = await versions.GetCurrentAsync(tenant.Id, ct);
        list = list.ForLibrary(state);
        if (list.IsUnfiltered) return list.IsOfPosts ? state.Posts : state.Families;
        return await cache.GetOrCreateAsync(most is null ? "count" : $"count to {most}", tenant.Id, list.GetStamp(state), list.FilterKey,
            Counting(source, list, tenant.Id, most + 1), _ => sizeof(int), ct);
    }

    /// <summary>Whether there is so much to count that it can take longer than a page of results.</summary>
    public async Task<bool> MayTakeLongAsync(CancellationToken ct) => (await versions.GetCurrentAsync(tenant.Id, ct)).Families > Small;

    // Others may wait for it when this request is over, so that it takes along nothing of it.
    private static Func<CancellationToken, ValueTask<int>> Counting(NpgsqlDataSource source, ResolvedQuery list, string tenant,
        int? most) => async ct =>
    {
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant });
        command.CommandText =
            $"select count(*)::integer from (select from ({list.BuildSql(command.Parameters, "")}) x{(most is null ? "" : $" limit {most}")}) x";
        return await SearchTimeout.RunAsync(list, command, async command => (int)(await command.ExecuteScalarAsync(ct))!);
    };
}
