using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Hybrid;

namespace Sovia.Caching;

/// <summary>
/// What was worked out about a library, in this process and, where Redis is configured, for all sites. The version of the
/// library is part of every key: nothing has to be thrown out when it changes, on no site.
/// </summary>
public sealed class SharedCache(HybridCache cache)
{
    private static readonly HybridCacheEntryOptions Kept = new() { Expiration = TimeSpan.FromHours(12), LocalCacheExpiration = TimeSpan.FromMinutes(30) };

    /// <summary>Gives what is kept, or makes it and keeps it. Who asks while somebody else makes it waits for that.</summary>
    /// <param name="what">Names the kind of thing, <c>count</c>.</param>
    /// <param name="tenant">Whose library.</param>
    /// <param name="version">The library's version.</param>
    /// <param name="key">Which one of the kind.</param>
    /// <param name="make">Makes it.</param>
    /// <param name="ct">Ends the waiting.</param>
    public ValueTask<T> GetAsync<T>(string what, string tenant, long version, string key, Func<CancellationToken, ValueTask<T>> make, CancellationToken ct) =>
        cache.GetOrCreateAsync(KeyOf(what, tenant, version, key), make, static (make, ct) => make(ct), Kept, cancellationToken: ct);

    // Keys of user's words can be long and hold anything.
    private static string KeyOf(string what, string tenant, long version, string key) =>
        $"sovia:{what}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant}\n{key}")).AsSpan(0, 16))}:{version}";
}
