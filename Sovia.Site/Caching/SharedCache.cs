using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Hybrid;

namespace Sovia.Caching;

/// <summary>
/// What was computed from a library: kept in this process and, where Redis is configured, for all sites. The state of the library is part
/// of every key: nothing has to be removed when it changes, on no site.
/// </summary>
/// <remarks>
/// The hybrid cache reads and writes Redis alone, and without Redis passes through. Its own level in memory is left out: it takes what it
/// does not serialize for weightless, and two callers at the wrong moment both compute.
/// </remarks>
public sealed class SharedCache(LocalCache local, HybridCache remote)
{
    private static readonly HybridCacheEntryOptions Kept =
        new() { Expiration = TimeSpan.FromHours(12), Flags = HybridCacheEntryFlags.DisableLocalCache };

    // Another build may give the same names to other things.
    private static readonly string Build = typeof(SharedCache).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];

    /// <summary>Gives what is kept, or makes it and keeps it: once on this site, however many ask.</summary>
    /// <param name="what">Names the kind of thing, <c>count</c>.</param>
    /// <param name="tenant">Whose library.</param>
    /// <param name="stamp">The state of the library.</param>
    /// <param name="key">Which one of the kind.</param>
    /// <param name="make">Makes it, with nothing that ends with the caller. Its token is cancelled when nobody waits any more.</param>
    /// <param name="size">Its size in memory, in bytes.</param>
    /// <param name="ct">Ends the waiting of this caller.</param>
    /// <param name="kept">How long it is kept; null for as long as there is room for it.</param>
    public ValueTask<T> GetOrCreateAsync<T>(
        string what, string tenant, string stamp, string key, Func<CancellationToken, ValueTask<T>> make, Func<T, long> size,
        CancellationToken ct, TimeSpan? kept = null)
    {
        var name = NameOf(what, tenant, stamp, key);
        var options = kept is { } time ? new() { Expiration = time, Flags = Kept.Flags } : Kept;
        return local.GetOrCreateAsync(name, ct =>
            remote.GetOrCreateAsync(name, make, static (make, ct) => make(ct), options, cancellationToken: ct).AsTask(), size, ct, kept);
    }

    // Keys of user's words can be long and hold anything.
    private static string NameOf(string what, string tenant, string stamp, string key) =>
        $"sovia:{what}:{Build}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant}\n{key}")).AsSpan(0, 16))}:{stamp}";
}
