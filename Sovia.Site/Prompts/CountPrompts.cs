using Npgsql;
using Sovia.Caching;
using Sovia.Index.Versions;
using Sovia.Library;
using Sovia.Query.Lists;

namespace Sovia.Prompts;

/// <summary>Counts prompts, and caches the counts per state of the library.</summary>
public sealed class CountPrompts(NpgsqlDataSource source, CurrentTenant tenant, SharedCache cache)
{
    /// <summary>Counts the prompts of a list.</summary>
    /// <param name="query">The list.</param>
    /// <param name="state">The state from <see cref="RefreshPrompts"/>; null to bypass the cache.</param>
    /// <param name="ct">Cancels the wait.</param>
    public async Task<int> CountMatchingAsync(PromptQuery query, LibraryState? state, CancellationToken ct)
    {
        var (dataSource, tenantId) = (source, tenant.Id);
        if (state is null) return await CountAsync(dataSource, tenantId, query, ct);
        // A shared computation does not inherit the context of its first caller, so the hidden items are passed on explicitly.
        var hidden = HideFilter.Current;
        return await cache.GetOrCreateAsync("prompts", tenantId, state.CombinedStamp, $"{query.FilterKey}\n{hidden?.Key}", async ct =>
        {
            using var hiddenScope = HideFilter.Use(hidden);
            return await CountAsync(dataSource, tenantId, query, ct);
        }, _ => sizeof(int), ct);
    }

    /// <summary>Counts the prompts of each kind; a prompt can belong to several.</summary>
    /// <param name="state">The state from <see cref="RefreshPrompts"/>; null to bypass the cache.</param>
    /// <param name="ct">Cancels the wait.</param>
    public async Task<PromptCounts> CountKindsAsync(LibraryState? state, CancellationToken ct)
    {
        var (dataSource, tenantId) = (source, tenant.Id);
        if (state is null) return await CountKindsAsync(dataSource, tenantId, ct);
        var hidden = HideFilter.Current;
        return await cache.GetOrCreateAsync("prompt sorts", tenantId, state.CombinedStamp, hidden?.Key ?? "", async ct =>
        {
            using var hiddenScope = HideFilter.Use(hidden);
            return await CountKindsAsync(dataSource, tenantId, ct);
        }, _ => 3 * sizeof(int), ct);
    }

    private static async Task<PromptCounts> CountKindsAsync(NpgsqlDataSource source, string tenant, CancellationToken ct)
    {
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant });
        command.CommandText = $"""
            select count(*)::integer, (count(*) filter (where roots > 0))::integer, (count(*) filter (where 'custom' = any(modes)))::integer
            from sovia.prompt x where tenant_id = $1 and by_uses < 0 and {new PromptSql(command.Parameters).BuildIsShown() ?? "true"}
            """;
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2));
    }

    private static async Task<int> CountAsync(NpgsqlDataSource source, string tenant, PromptQuery query, CancellationToken ct)
    {
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant });
        command.CommandText =
            $"select count(*)::integer from sovia.prompt x where x.tenant_id = $1 and {new PromptSql(command.Parameters).BuildWhere(query)}";
        return await PromptSearchTimeout.RunAsync(query, command, async command => (int)(await command.ExecuteScalarAsync(ct))!);
    }
}
