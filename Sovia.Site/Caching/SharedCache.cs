using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Hybrid;

namespace Sovia.Caching;

/// <summary>
/// Caches values computed from a library, in this process and, if configured, in Redis for all sites. The library's version is part of
/// every key, so entries need no invalidation on any site.
/// </summary>
/// <remarks>
/// The hybrid cache is used for Redis only, and passes through without Redis. Its own memory level is disabled because it counts
/// unserialized values as having no size and can run two computations for concurrent callers.
/// </remarks>
public sealed class SharedCache(LocalCache local, HybridCache remote)
{
    private static readonly HybridCacheEntryOptions DefaultOptions =
        new() { Expiration = TimeSpan.FromHours(12), Flags = HybridCacheEntryFlags.DisableLocalCache };

    // Another build may use the same names for different values.
    private static readonly string Build = typeof(SharedCache).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];

    /// <summary>Returns the cached value, or computes and caches it; concurrent callers on this site share one computation.</summary>
    /// <param name="kind">The kind of value, such as <c>count</c>.</param>
    /// <param name="tenant">The library's tenant id.</param>
    /// <param name="stamp">The library's version.</param>
    /// <param name="key">Identifies the value within its kind.</param>
    /// <param name="factory">Computes the value. Must not use anything scoped to the caller. Cancelled when no caller waits any
    /// more.</param>
    /// <param name="size">Returns the size of a value in memory, in bytes.</param>
    /// <param name="ct">Cancels this caller's wait.</param>
    /// <param name="lifetime">The maximum age of the entry; null to keep it while there is room.</param>
    public ValueTask<T> GetOrCreateAsync<T>(
        string kind, string tenant, string stamp, string key, Func<CancellationToken, ValueTask<T>> factory, Func<T, long> size,
        CancellationToken ct, TimeSpan? lifetime = null)
    {
        var fullKey = CreateKey(kind, tenant, stamp, key);
        var options = lifetime is { } maxAge ? new() { Expiration = maxAge, Flags = DefaultOptions.Flags } : DefaultOptions;
        return local.GetOrCreateAsync(fullKey, ct =>
            remote.GetOrCreateAsync(fullKey, factory, static (factory, ct) => factory(ct), options, cancellationToken: ct).AsTask(),
            size, ct, lifetime);
    }

    // Hashed because keys contain user input of any length and content.
    private static string CreateKey(string kind, string tenant, string stamp, string key) =>
        $"sovia:{kind}:{Build}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant}\n{key}")).AsSpan(0, 16))}:{stamp}";
}
