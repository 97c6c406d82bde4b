using Sovia.Index;
using Sovia.Library.Dates;
using Sovia.Query;
using Sovia.Query.Lists;

namespace Sovia.Library.Browsing;

/// <summary>Reads a list by page. Keyset paging makes the thousandth page as fast as the first.</summary>
public sealed class BrowseLibrary(ListPageReader listPageReader, ShuffledPageReader shuffledPageReader, ManualOrderReader manualOrderReader)
{
    // A page that opens around an item also shows some items above it, so that the item is not at the edge.
    private const int ItemsAboveTarget = 10;

    // The number of neighbours on each side to prefetch.
    private const int NeighbourCount = 2;

    private static readonly Guid MaxId = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

    /// <summary>Returns the page at a position.</summary>
    /// <param name="list">The list.</param>
    /// <param name="pagePosition">The position.</param>
    /// <param name="ct">Cancels the query.</param>
    /// <param name="size">The page size; must exceed the number of items shown above an item that a page opens around.</param>
    /// <param name="endsAtLast">Whether the page after the last item is empty; otherwise it shows the last items.</param>
    public async Task<FamilyPage> ReadPageAsync(ResolvedQuery list, PagePosition pagePosition, CancellationToken ct,
        int size = FamilyPage.Size, bool endsAtLast = false)
    {
        if (pagePosition.Before is { } before) return await ReadUpAsync(list, before, size, ct);
        if (pagePosition.AroundPostId is { } postId && await GetCursorAsync(list, postId, ct) is { } cursor)
            return await ReadAroundAsync(list, cursor, size, ct);
        var after = pagePosition.FromDay is { } day ? GetDayCursor(list, day) : pagePosition.After;
        var items = await ReadAsync(list, after, isForward: true, size + 1, ct);
        // A day after the last item has nothing below it, so the end of the list is shown.
        if (items.Count == 0 && after is not null && !endsAtLast) return (await ReadUpAsync(list, after, size, ct)) with { After = null };
        var isTop = after is null || (pagePosition.FromDay is not null
            && (await ReadCursorsAsync(list, items[0].Cursor, isForward: false, 1, ct)).Count == 0);
        return CreatePage(items, isTop, size);
    }

    /// <summary>Returns the cursor of the item at an index (from 0); null if the list is shorter.</summary>
    public async Task<Cursor?> FindCursorAtAsync(ResolvedQuery list, int number, CancellationToken ct) =>
        list.Order == SortBy.Random || list.Order == SortBy.Manual
        ? (await ReadCursorsAsync(list, null, number + 1, ct)).ElementAtOrDefault(number)
        : await listPageReader.FindCursorAtAsync(list, number, ct);

    /// <summary>Returns the cursors of the items beyond a cursor, nearest first; fewer than requested only at the end.</summary>
    public Task<IReadOnlyList<Cursor>> ReadCursorsAsync(ResolvedQuery list, Cursor? after, int count, CancellationToken ct) =>
        ReadCursorsAsync(list, after, isForward: true, count, ct);

    /// <summary>
    /// Returns up to two neighbours above and below a post in a list, nearest first. If the post has left the list, its former position is
    /// used.
    /// </summary>
    public async Task<(IReadOnlyList<Family> Above, IReadOnlyList<Family> Below)> ReadNeighboursAsync(ResolvedQuery list, Guid postId,
        CancellationToken ct)
    {
        if (await GetCursorAsync(list, postId, ct) is not { } cursor) return ([], []);
        var above = ReadAsync(list, cursor, isForward: false, NeighbourCount, ct);
        var below = ReadAsync(list, cursor, isForward: true, NeighbourCount, ct);
        return (ToFamilies(await above), ToFamilies(await below));
    }

    private async Task<FamilyPage> ReadUpAsync(ResolvedQuery list, Cursor before, int size, CancellationToken ct)
    {
        var above = await ReadAsync(list, before, isForward: false, size + 1, ct);
        var page = above.Take(size).Reverse().ToList();
        return new(ToFamilies(page), above.Count > size ? page[0].Cursor : null, page.Count > 0 ? page[^1].Cursor : before);
    }

    private async Task<FamilyPage> ReadAroundAsync(ResolvedQuery list, Cursor cursor, int size, CancellationToken ct)
    {
        var above = await ReadCursorsAsync(list, cursor, isForward: false, size, ct);
        // An item of the first page is shown on the first page, without a page break above it.
        var start = above.Count == size ? above[ItemsAboveTarget] : null;
        return CreatePage(await ReadAsync(list, start, isForward: true, size + 1, ct), isTop: start is null, size);
    }

    private static FamilyPage CreatePage(List<ListItem> items, bool isTop, int size)
    {
        var page = items.Take(size).ToList();
        return new(
            ToFamilies(page),
            isTop || page.Count == 0 ? null : page[0].Cursor,
            items.Count > size ? page[^1].Cursor : null);
    }

    private static List<Family> ToFamilies(IEnumerable<ListItem> items) => [.. items.Select(item => item.Family)];

    // Returns the cursor just before the first item of a day, in the list's direction.
    private static Cursor? GetDayCursor(ResolvedQuery list, DateSpan day) =>
        list.Order == SortBy.DateDesc ? new(SortKeyEncoding.ToAge(day.Before), MaxId) : list.Order == SortBy.DateAsc
        ? new(SortKeyEncoding.ToAge(day.From), MaxId) : null;

    private Task<List<ListItem>> ReadAsync(ResolvedQuery list, Cursor? cursor, bool isForward, int count, CancellationToken ct) =>
        list.Order == SortBy.Random
        ? shuffledPageReader.ReadAsync(list, cursor, isForward, count, ct)
        : list.Order == SortBy.Manual ? manualOrderReader.ReadAsync(list, cursor, isForward, count, ct)
        : listPageReader.ReadAsync(list, cursor, isForward, count, ct);

    private Task<IReadOnlyList<Cursor>> ReadCursorsAsync(ResolvedQuery list, Cursor? cursor, bool isForward, int count,
        CancellationToken ct) =>
        list.Order == SortBy.Random
        ? shuffledPageReader.ReadCursorsAsync(list, cursor, isForward, count, ct)
        : list.Order == SortBy.Manual ? manualOrderReader.ReadCursorsAsync(list, cursor, isForward, count, ct)
        : listPageReader.ReadCursorsAsync(list, cursor, isForward, count, ct);

    private Task<Cursor?> GetCursorAsync(ResolvedQuery list, Guid postId, CancellationToken ct) => list.Order == SortBy.Random
        ? shuffledPageReader.FindCursorAsync(list, postId, ct)
        : list.Order == SortBy.Manual ? manualOrderReader.GetCursorAsync(list, postId, ct)
        : listPageReader.FindCursorAsync(list, postId, ct);
}
