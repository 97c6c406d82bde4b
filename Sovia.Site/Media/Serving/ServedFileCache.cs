using Microsoft.Extensions.Caching.Memory;
using Sovia.Index.Versions;

namespace Sovia.Media.Serving;

/// <summary>
/// Caches briefly which file to serve for a post, because a player requests a video in dozens of ranges. The library's version is part of
/// the key, and every access checks the file: one that has changed, moved or disappeared is looked up again.
/// </summary>
public sealed class ServedFileCache(LibraryStateCache versions, LocalMedia media) : IDisposable
{
    private const int Max = 10_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = Max });

    /// <summary>Returns the cached file if it is unchanged, otherwise looks it up. Does not cache a miss.</summary>
    /// <param name="tenant">The library's tenant ID.</param>
    /// <param name="postId">The post.</param>
    /// <param name="companion">The rendition, or null for the post's own media.</param>
    /// <param name="find">Looks up the file.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<ServedFile?> GetOrFindAsync(string tenant, Guid postId, MediaRendition? companion,
        Func<CancellationToken, Task<ServedFile?>> find, CancellationToken ct)
    {
        var key = new Key(tenant, (await versions.GetCurrentAsync(tenant, ct)).ContentStamp, postId, companion);
        if (known.TryGetValue(key, out ServedFile? before) && IsAsItWas(before!)) return before;
        known.Remove(key);
        if (await find(ct) is not { } found) return null;
        return known.Set(key, found, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });
    }

    private bool IsAsItWas(ServedFile before) =>
        LocalMedia.FindAt(before.File.Root, before.File.Path) == before.File
        && !before.PreferredUrls.Any(address => media.Has(address.Url, address.MimeType));

    /// <inheritdoc/>
    public void Dispose() => known.Dispose();

    private sealed record Key(string Tenant, string Stamp, Guid PostId, MediaRendition? Companion);
}
