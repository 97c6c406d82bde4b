using Microsoft.Extensions.Caching.Memory;
using Sovia.Index.Versions;

namespace Sovia.Media.Serving;

/// <summary>
/// Caches briefly which file to serve for a post, because a player requests a video in dozens of ranges. The library's version is part of
/// the key, and every access checks the file: one that has changed, moved or disappeared is looked up again.
/// </summary>
public sealed class ServedFileCache(LibraryStateCache versions, MediaFileLocator media) : IDisposable
{
    private const int MaxEntries = 10_000;
    private static readonly TimeSpan EntryLifetime = TimeSpan.FromMinutes(1);

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MaxEntries });

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
        if (cache.TryGetValue(key, out ServedFile? cachedFile) && IsUnchanged(cachedFile!)) return cachedFile;
        cache.Remove(key);
        if (await find(ct) is not { } foundFile) return null;
        return cache.Set(key, foundFile, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = EntryLifetime });
    }

    private bool IsUnchanged(ServedFile cachedFile) =>
        MediaFileLocator.FindAt(cachedFile.File.Root, cachedFile.File.Path) == cachedFile.File
        && !cachedFile.PreferredUrls.Any(address => media.Contains(address.Url, address.MimeType));

    /// <inheritdoc/>
    public void Dispose() => cache.Dispose();

    private sealed record Key(string Tenant, string Stamp, Guid PostId, MediaRendition? Companion);
}
