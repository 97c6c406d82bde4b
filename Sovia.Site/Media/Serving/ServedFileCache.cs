using Microsoft.Extensions.Caching.Memory;
using Sovia.Index.Versions;

namespace Sovia.Media.Serving;

/// <summary>
/// Remembers for a short time which file holds the bytes of a post: a player asks for a clip in dozens of parts. The library's state is
/// part of the key, and each time the file is looked at: one that has changed, moved or gone is looked for anew.
/// </summary>
public sealed class ServedFileCache(LibraryStateCache versions, LocalMedia media) : IDisposable
{
    private const int Most = 10_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The file that is remembered and still as it was, else what is found now; nothing found is not remembered.</summary>
    /// <param name="tenant">Whose library.</param>
    /// <param name="postId">The post.</param>
    /// <param name="companion">Which other bytes of the post, or null for its own.</param>
    /// <param name="find">Finds it.</param>
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
