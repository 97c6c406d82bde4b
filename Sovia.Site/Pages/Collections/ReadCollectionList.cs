using System.Collections.Concurrent;
using Sovia.Caching;
using Sovia.Collections;
using Sovia.Index.Versions;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Library.Dates;
using Sovia.Media;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;
using Sovia.Query.Lists;

namespace Sovia.Pages.Collections;

/// <summary>
/// Reads the count and the image of each collection. Both are cached: the last known values can be shown at once, and only collections
/// that a later change may affect are read again.
/// </summary>
public sealed class ReadCollectionList(
    CollectionCache collectionCache, CountMatches counts, BrowseLibrary library, ReadMemberStamps members, LibraryStateCache versions,
    CurrentTenant tenant, LocalCache cache, FindUnscannedFiles unscanned, FfmpegTools tools, BlurredItems blurredItems, TimeProvider clock)
{
    // The size of a cached line with its image URLs, in bytes.
    private const int Size = 600;

    // An image requires a list page, and a count may require a search, so collections that are not read in time keep their last line.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    /// <summary>Returns the last known values of the collections, without reading anything.</summary>
    /// <returns>The lines, and whether a later change may have made them outdated.</returns>
    public async Task<(IReadOnlyList<CollectionListItem> Lines, bool IsStale)> ReadCachedAsync(HttpRequest request, CancellationToken ct)
    {
        var (tree, entry, stamp, _) = await GetEntryAsync(request, ct);
        var lines = tree.All.Select(c => Create(tree, c, entry.Lines.GetValueOrDefault(c.Id))).ToList();
        return (lines, entry.Stamp != stamp && lines.Count > 0);
    }

    /// <summary>Returns the current values of the collections that can be read in time, and the last known values of the others.</summary>
    public async Task<IReadOnlyList<CollectionListItem>> ReadCurrentAsync(HttpRequest request, CancellationToken ct)
    {
        var (tree, entry, stamp, state) = await GetEntryAsync(request, ct);
        if (entry.Stamp == stamp) return [.. tree.All.Select(c => Create(tree, c, entry.Lines.GetValueOrDefault(c.Id)))];
        var (startTimestamp, isComplete, lines) = (clock.GetTimestamp(), true, new List<CollectionListItem>());
        var (now, zone) = (clock.GetUtcNow(), ViewerTimeZone.FromRequest(request));
        var stamps = new CollectionStamps(tree, await members.ReadAsync(ct), state, new LocalCalendar(now, zone));
        GalleryRequest? gallery = null;
        foreach (var item in tree.All)
        {
            var line = entry.Lines.GetValueOrDefault(item.Id);
            if (stamps.GetStamp(item) is var current && line?.Stamp != current)
            {
                gallery ??= GalleryRequest.Parse(request, clock);
                var read = Timeout - clock.GetElapsedTime(startTimestamp) is var remaining && remaining <= TimeSpan.Zero ? null
                    : await ReadAsync(request, gallery with { Query = CollectionQuery.Create(tree, item, now, zone) }, item, remaining, ct);
                if (read is not null) line = read with { Stamp = read.Stamp is null ? null : current, Cover = read.Cover ?? line?.Cover };
                if (line is not null) entry.Lines[item.Id] = line;
                isComplete &= line?.Stamp == current;
            }
            lines.Add(Create(tree, item, line));
        }
        if (isComplete) entry.Stamp = stamp;
        return lines;
    }

    private static CollectionListItem Create(CollectionTree tree, Collection collection, CachedItem? line) =>
        new(collection, tree.GetDepth(collection), line?.Count, line?.Count == 0 ? null : line?.Cover);

    private async Task<(CollectionTree Tree, CachedList CachedList, string Stamp, LibraryState State)> GetEntryAsync(HttpRequest request,
        CancellationToken ct)
    {
        var tree = await collectionCache.GetCurrentAsync(ct);
        var state = await versions.GetCurrentAsync(tenant.Id, ct);
        var now = clock.GetUtcNow();
        // The key includes preferences and viewer, because the blurred items depend on them.
        var key = (tenant.Id, state.PreferenceStamp, ViewerTimeZone.FromRequest(request).Id, BlurredItems.IsRevealed(request),
            nameof(ReadCollectionList));
        if (!cache.TryGetPage<CachedList>(key, out var entry) || entry is null) cache.SetPage(key, entry = new(),
            Math.Max(1, tree.All.Length) * Size);
        return (tree, entry, $"{state.CombinedStamp} {tree.Stamp} {ViewerTimeZone.GetCacheKey(request, now)}", state);
    }

    // Returns null if the count is not known in time. A line whose cover took too long has no stamp, so that it is read again.
    private async Task<CachedItem?> ReadAsync(HttpRequest request, GalleryRequest galleryRequest, Collection collection, TimeSpan timeout,
        CancellationToken ct)
    {
        if (await counts.CountAsync(galleryRequest.List, CancellationToken.None).WaitOrNullAsync(timeout) is not { } count) return null;
        try
        {
            return new("", count, count == 0 ? null : await GetCoverAsync(request, galleryRequest, collection, ct));
        }
        catch (SearchTimeoutException)
        {
            return new(null, count, null);
        }
    }

    private async Task<Card?> GetCoverAsync(HttpRequest request, GalleryRequest galleryRequest, Collection collection, CancellationToken ct)
    {
        var (position, size) = collection.CoverId is { } coverId ? (PagePosition.Top with { AroundPostId = coverId }, FamilyPage.Size)
            : (PagePosition.Top, 1);
        var families = (await library.ReadPageAsync(galleryRequest.List, position, ct, size)).Families
            .OrderByDescending(family => family.CoverId == collection.CoverId).Take(1).ToList();
        var savedUrls = await unscanned.FindPresentAsync(families.SelectMany(Card.GetUnscannedFiles), ct);
        var blurredIds = await blurredItems.FindAsync(request, galleryRequest.List, families, ct);
        return families.Select(family => Card.FromFamily(family, galleryRequest, null, savedUrls,
            tools) with
        { IsBlurred = blurredIds.Contains(family.Id) }).FirstOrDefault();
    }

    private sealed class CachedList
    {
        public ConcurrentDictionary<Guid, CachedItem> Lines { get; } = new();

        public string? Stamp { get; set; }
    }

    private sealed record CachedItem(string? Stamp, int Count, Card? Cover);
}
