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
/// Reads the count and a picture of each collection. Both are cached: they can be shown at once as they were last known, and only those are
/// read again that a change since may concern.
/// </summary>
public sealed class ReadCollectionLines(
    CollectionCache known, CountMatches counts, BrowseLibrary library, ReadMemberStamps members, LibraryStateCache versions,
    CurrentTenant tenant, LocalCache cache, FindUnscannedFiles unscanned, FfmpegTools tools, BlurredItems blurredItems, TimeProvider clock)
{
    // The size of a line with its picture's URLs, in bytes.
    private const int Size = 600;

    // Each picture is the first page of a list, and each count may be a search: collections that are not read in time keep their last line.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    /// <summary>Returns the collections as they were last known, without reading anything.</summary>
    /// <returns>The lines, and whether a change since may have made them outdated.</returns>
    public async Task<(IReadOnlyList<CollectionListItem> Lines, bool IsStale)> LastAsync(HttpRequest request, CancellationToken ct)
    {
        var (tree, kept, stamp, _) = await KeptAsync(request, ct);
        var lines = tree.All.Select(one => Create(tree, one, kept.Lines.GetValueOrDefault(one.Id))).ToList();
        return (lines, kept.Stamp != stamp && lines.Count > 0);
    }

    /// <summary>Returns the current collections, as far as they can be read in time; the others as they were last known.</summary>
    public async Task<IReadOnlyList<CollectionListItem>> NowAsync(HttpRequest request, CancellationToken ct)
    {
        var (tree, kept, stamp, state) = await KeptAsync(request, ct);
        if (kept.Stamp == stamp) return [.. tree.All.Select(one => Create(tree, one, kept.Lines.GetValueOrDefault(one.Id)))];
        var (from, isWhole, lines) = (clock.GetTimestamp(), true, new List<CollectionListItem>());
        var (now, zone) = (clock.GetUtcNow(), ViewerTimeZone.FromRequest(request));
        var stamps = new CollectionStamps(tree, await members.ReadAsync(ct), state, new LocalCalendar(now, zone));
        GalleryRequest? galleryRequest = null;
        foreach (var one in tree.All)
        {
            var line = kept.Lines.GetValueOrDefault(one.Id);
            if (stamps.GetStamp(one) is var current && line?.Stamp != current)
            {
                galleryRequest ??= GalleryRequest.Parse(request, clock);
                var read = Timeout - clock.GetElapsedTime(from) is var left && left <= TimeSpan.Zero ? null
                    : await ReadAsync(request, galleryRequest with { Query = CollectionQuery.Create(tree, one, now, zone) }, one, left, ct);
                if (read is not null) line = read with { Stamp = read.Stamp is null ? null : current, Cover = read.Cover ?? line?.Cover };
                if (line is not null) kept.Lines[one.Id] = line;
                isWhole &= line?.Stamp == current;
            }
            lines.Add(Create(tree, one, line));
        }
        if (isWhole) kept.Stamp = stamp;
        return lines;
    }

    private static CollectionListItem Create(CollectionTree tree, Collection one, KeptLine? line) =>
        new(one, tree.GetDepth(one), line?.Count, line?.Count == 0 ? null : line?.Cover);

    private async Task<(CollectionTree Tree, Kept Kept, string Stamp, LibraryState State)> KeptAsync(HttpRequest request,
        CancellationToken ct)
    {
        var tree = await known.GetCurrentAsync(ct);
        var state = await versions.GetCurrentAsync(tenant.Id, ct);
        var now = clock.GetUtcNow();
        // Which items are blurred depends on preferences and on the viewer.
        var key = (tenant.Id, state.PreferenceStamp, ViewerTimeZone.FromRequest(request).Id, BlurredItems.IsRevealed(request),
            nameof(ReadCollectionLines));
        if (!cache.TryGet<Kept>(key, out var kept) || kept is null) cache.Set(key, kept = new(), Math.Max(1, tree.All.Length) * Size);
        return (tree, kept, $"{state.CombinedStamp} {tree.Stamp} {ViewerTimeZone.GetCacheKey(request, now)}", state);
    }

    // Null if the count is not known in time. A line whose cover took too long has no stamp, so that it is read again.
    private async Task<KeptLine?> ReadAsync(HttpRequest request, GalleryRequest galleryRequest, Collection collection, TimeSpan left,
        CancellationToken ct)
    {
        if (await counts.CountAsync(galleryRequest.List, CancellationToken.None).WaitOrNullAsync(left) is not { } count) return null;
        try
        {
            return new("", count, count == 0 ? null : await CoverAsync(request, galleryRequest, collection, ct));
        }
        catch (SearchTimeoutException)
        {
            return new(null, count, null);
        }
    }

    private async Task<Card?> CoverAsync(HttpRequest request, GalleryRequest galleryRequest, Collection collection, CancellationToken ct)
    {
        var (position, size) = collection.CoverId is { } cover ? (PagePosition.Top with { AroundPostId = cover }, FamilyPage.Size)
            : (PagePosition.Top, 1);
        var families = (await library.ReadPageAsync(galleryRequest.List, position, ct, size)).Families
            .OrderByDescending(family => family.CoverId == collection.CoverId).Take(1).ToList();
        var here = await unscanned.FindPresentAsync(families.SelectMany(Card.GetUnscannedFiles), ct);
        var dim = await blurredItems.FindAsync(request, galleryRequest.List, families, ct);
        return families.Select(family => Card.FromFamily(family, galleryRequest, null, here,
            tools) with
        { IsBlurred = dim.Contains(family.Id) }).FirstOrDefault();
    }

    private sealed class Kept
    {
        public ConcurrentDictionary<Guid, KeptLine> Lines { get; } = new();

        public string? Stamp { get; set; }
    }

    private sealed record KeptLine(string? Stamp, int Count, Card? Cover);
}
