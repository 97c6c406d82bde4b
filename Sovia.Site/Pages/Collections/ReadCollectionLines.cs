using System.Collections.Concurrent;
using Sovia.Caching;
using Sovia.Collections;
using Sovia.Index.Versions;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Media;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;
using Sovia.Query.Lists;

namespace Sovia.Pages.Collections;

/// <summary>
/// Reads how much each collection holds, and a picture of it. Numbers and pictures are kept: they can be shown at once as they were last
/// known, and only those are read again that what has changed since may concern.
/// </summary>
public sealed class ReadCollectionLines(
    CollectionCache known, CountMatches counts, BrowseLibrary library, LibraryStateCache versions, CurrentTenant tenant, LocalCache cache,
    FindUnscannedFiles unscanned, FfmpegTools tools, BlurredItems blurredItems,
    TimeProvider clock)
{
    // About as much as a line with its picture's addresses.
    private const int Size = 600;

    // Each picture is the first page of a list, and each number may be a search: what is not there in time is left out.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    /// <summary>The collections as they were last known, without asking for anything.</summary>
    /// <returns>The lines, and whether something has changed since that they may not tell.</returns>
    public async Task<(IReadOnlyList<CollectionListItem> Lines, bool IsStale)> LastAsync(HttpRequest request, CancellationToken ct)
    {
        var (tree, kept, stamp) = await KeptAsync(request, ct);
        var lines = tree.All
            .Select(one => new CollectionListItem(one, tree.GetDepth(one), kept.Lines.GetValueOrDefault(one.Id)?.Count,
                kept.Lines.GetValueOrDefault(one.Id)?.Cover)).ToList();
        return (lines, kept.Stamp != stamp && lines.Count > 0);
    }

    /// <summary>The collections as they are now, as far as that can be told in time; the rest as they were last known.</summary>
    public async Task<IReadOnlyList<CollectionListItem>> NowAsync(HttpRequest request, CancellationToken ct)
    {
        var (tree, kept, stamp) = await KeptAsync(request, ct);
        var state = await versions.GetCurrentAsync(tenant.Id, ct);
        var (from, isWhole, lines) = (clock.GetTimestamp(), true, new List<CollectionListItem>());
        foreach (var one in tree.All)
        {
            var galleryRequest = GalleryRequest.Parse(request,
                clock) with
            { Query = CollectionQuery.Create(tree, one, clock.GetUtcNow(), ViewerTimeZone.FromRequest(request)) };
            var current = $"{galleryRequest.List.FilterKey} {galleryRequest.List.GetStamp(state)} {one.CoverId}";
            var line = kept.Lines.GetValueOrDefault(one.Id);
            if (line?.Stamp != current)
            {
                var count = Timeout - clock.GetElapsedTime(from) is var left && left <= TimeSpan.Zero ? null
                    : await counts.CountAsync(galleryRequest.List, CancellationToken.None).WaitOrNullAsync(left);
                isWhole &= count is not null;
                if (count is not null)
                    kept.Lines[one.Id] = line = new(current, count, count == 0 ? null : await CoverAsync(request, galleryRequest, one, ct));
            }
            lines.Add(new(one, tree.GetDepth(one), line?.Count, line?.Cover));
        }
        if (isWhole) kept.Stamp = stamp;
        return lines;
    }

    private async Task<(CollectionTree Tree, Kept Kept, string Stamp)> KeptAsync(HttpRequest request, CancellationToken ct)
    {
        var tree = await known.GetCurrentAsync(ct);
        var state = await versions.GetCurrentAsync(tenant.Id, ct);
        var now = clock.GetUtcNow();
        // What is blurred depends on preferences, and on who looks.
        var key = (tenant.Id, state.PreferenceStamp, ViewerTimeZone.FromRequest(request).Id, BlurredItems.IsRevealed(request),
            nameof(ReadCollectionLines));
        if (!cache.TryGet<Kept>(key, out var kept) || kept is null) cache.Set(key, kept = new(), Math.Max(1, tree.All.Length) * Size);
        return (tree, kept, $"{state.CombinedStamp} {tree.Stamp} {ViewerTimeZone.GetCacheKey(request, now)}");
    }

    private async Task<Card?> CoverAsync(HttpRequest request, GalleryRequest galleryRequest, Collection collection, CancellationToken ct)
    {
        var (position, size) = collection.CoverId is { } cover ? (PagePosition.Top with { AroundPostId = cover }, FamilyPage.Size)
            : (PagePosition.Top, 1);
        try
        {
            var families = (await library.ReadPageAsync(galleryRequest.List, position, ct, size)).Families
                .OrderByDescending(family => family.CoverId == collection.CoverId).Take(1).ToList();
            var here = await unscanned.FindPresentAsync(families.SelectMany(Card.GetUnscannedFiles), ct);
            var dim = await blurredItems.FindAsync(request, galleryRequest.List, families, ct);
            return families.Select(family => Card.FromFamily(family, galleryRequest, null, here,
                tools) with
            { IsBlurred = dim.Contains(family.Id) }).FirstOrDefault();
        }
        catch (SearchTimeoutException)
        {
            return null;
        }
    }

    private sealed class Kept
    {
        public ConcurrentDictionary<Guid, KeptLine> Lines { get; } = new();

        public string? Stamp { get; set; }
    }

    private sealed record KeptLine(string Stamp, int? Count, Card? Cover);
}
