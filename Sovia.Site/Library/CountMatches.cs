using Marten;
using Npgsql;
using Sovia.Caching;
using Sovia.Library.Search;

namespace Sovia.Library;

/// <summary>Counts what a list holds, once a version of the library.</summary>
public sealed class CountMatches(NpgsqlDataSource source, IQuerySession session, LibraryVersion versions, SharedCache cache)
{
    /// <summary>How many items the list has. The whole library is not counted but known.</summary>
    public async Task<int> OfAsync(Listing list, CancellationToken ct)
    {
        var tenant = session.TenantId;
        var state = await versions.CurrentAsync(tenant, ct);
        if (list.IsWhole) return list.OfPosts ? state.Posts : state.Families;
        return await cache.GetAsync("count", tenant, state.Version, list.Key, ct => CountAsync(list, tenant, ct), ct);
    }

    /// <summary>The same where more than so many make no difference: then one more is given, and no more are looked at.</summary>
    public async Task<int> UpToAsync(Listing list, int most, CancellationToken ct)
    {
        var tenant = session.TenantId;
        var state = await versions.CurrentAsync(tenant, ct);
        if (list.IsWhole) return Math.Min(await OfAsync(list, ct), most + 1);
        return await cache.GetAsync($"count to {most}", tenant, state.Version, list.Key, ct => CountAsync(list, tenant, ct, most + 1), ct);
    }

    private async ValueTask<int> CountAsync(Listing list, string tenant, CancellationToken ct, int? most = null)
    {
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant });
        var where = list.Where(command.Parameters);
        command.CommandText = $"select count(*)::integer from (select from {list.Table} x where x.tenant_id = $1 and {where}{(most is null ? "" : $" limit {most}")}) x";
        return await Patience.ForAsync(list, command, async command => (int)(await command.ExecuteScalarAsync(ct))!);
    }
}
