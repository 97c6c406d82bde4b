using System.Globalization;
using Sovia.Caching;
using Sovia.Index.Versions;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Query.Language;
using Sovia.Query.Lists;

namespace Sovia.Stats;

/// <summary>
/// Caches statistics for five minutes, in this process and, if configured, in Redis; concurrent callers share one computation. Each key
/// contains the kind, the library and its content and state versions, so that every node shows a change at the next request. The rest of
/// the key depends on the kind.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>stats of everything</c>, the four figures of 8xSovia's answer: the query.</item>
/// <item><c>stats by</c>, a <see cref="StatTable"/>: the query, and the names of one or two fields.</item>
/// <item><c>stats sheet</c>, a <see cref="StatSheet"/>: the query.</item>
/// <item><c>facets</c>, <c>decided facets</c>, the buckets behind all these statistics, cached by <see cref="FacetBucketReader"/>;
/// the first by the version of posts alone.</item>
/// <item><c>count</c>, single numbers, cached by <see cref="CountMatches"/> and shared with lists.</item>
/// </list>
/// A query is identified by its URL, with the viewer's time zone if the URL names none, and by its filters as resolved today, which
/// include the state of the collections that they name.
/// </remarks>
public sealed class StatsCache(CurrentTenant tenant, LibraryStateCache versions, SharedCache cache)
{
    /// <summary>How long statistics are cached.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>Returns cached statistics, or computes them once for all concurrent callers.</summary>
    /// <param name="kind">The kind of statistics.</param>
    /// <param name="query">The query.</param>
    /// <param name="by">The names of the fields; empty for none.</param>
    /// <param name="factory">Computes the statistics. Must not use anything scoped to the caller. Sees the caller's collections.</param>
    /// <param name="size">Returns the size of a value in memory, in bytes.</param>
    /// <param name="ct">Cancels this caller's wait.</param>
    public async Task<T> GetAsync<T>(string kind, LibraryQuery query, string by, Func<CancellationToken, Task<T>> factory, Func<T,
        long> size,
        CancellationToken ct)
    {
        var state = await versions.GetCurrentAsync(tenant.Id, ct);
        // A shared computation does not inherit the context of its first caller, so the collections and hidden items are passed on.
        var (collections, hiddenItems) = (NamedCollections.Current, HideFilter.Current);
        return await cache.GetOrCreateAsync(kind, tenant.Id, state.CombinedStamp, GetKey(query, by), async ct =>
        {
            using var collectionsScope = NamedCollections.Use(collections);
            using var hiddenScope = HideFilter.Use(hiddenItems);
            return await factory(ct);
        }, size, ct, Lifetime);
    }

    private static string GetKey(LibraryQuery query, string by) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{by}\n{query.ToQueryString()}\n{query.ViewerZone.Id}\n{query.Zone.Id}\n{query.FilterKey}\n{HideFilter.CurrentKey}\n{NamedCollections.Current.Stamp}");
}
