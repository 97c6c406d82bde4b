using System.Globalization;
using Sovia.Caching;
using Sovia.Index.Versions;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Query.Language;

namespace Sovia.Stats;

/// <summary>
/// Keeps figures for five minutes, in this process and, where it is configured, in Redis; one computation at a time, however many ask. Each
/// entry lies under its kind, the library, both of its versions (of posts, and of what users decided: a change shows at the next request,
/// on every site), and:
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>stats of everything</c>: the four figures of 8xSovia's answer. The query.</item>
/// <item><c>stats by</c>: a <see cref="StatTable"/>. The query, and the names of one or two fields.</item>
/// <item><c>stats sheet</c>: a <see cref="StatSheet"/>. The query.</item>
/// <item><c>facets</c>, <c>decided facets</c>: what all of these are counted from, by <see cref="FacetBucketReader"/>; the first under the
/// version of posts alone.</item>
/// <item><c>count</c>: single numbers, by <see cref="CountMatches"/>; the same that lists show.</item>
/// </list>
/// A query is its address, whose zone is that of the reader where it names none, and its filters as they are meant today, in which named
/// collections stand with their state.
/// </remarks>
public sealed class StatsCache(CurrentTenant tenant, LibraryStateCache versions, SharedCache cache)
{
    /// <summary>How long figures are kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>Gives figures, computed once.</summary>
    /// <param name="kind">Which kind.</param>
    /// <param name="query">Of what.</param>
    /// <param name="by">Which fields; empty for none.</param>
    /// <param name="make">Computes them, with nothing that ends with the caller. It knows the collections that the caller knows.</param>
    /// <param name="size">Their size in memory, in bytes.</param>
    /// <param name="ct">Ends the waiting of this caller.</param>
    public async Task<T> GetAsync<T>(string kind, LibraryQuery query, string by, Func<CancellationToken, Task<T>> make, Func<T, long> size,
        CancellationToken ct)
    {
        var state = await versions.GetCurrentAsync(tenant.Id, ct);
        // What runs for several callers inherits nothing of the first.
        var lists = NamedCollections.Current;
        return await cache.GetOrCreateAsync(kind, tenant.Id, state.CombinedStamp, KeyOf(query, by), async ct =>
        {
            using var entered = NamedCollections.Use(lists);
            return await make(ct);
        }, size, ct, Lifetime);
    }

    private static string KeyOf(LibraryQuery query, string by) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{by}\n{query.ToQueryString()}\n{query.ViewerZone.Id}\n{query.Zone.Id}\n{query.FilterKey}\n{NamedCollections.Current.Stamp}");
}
