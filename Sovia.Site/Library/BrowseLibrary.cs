using Sovia.Library.Search;

namespace Sovia.Library;

/// <summary>Reads a list a stretch at a time, by keyset: the thousandth page costs what the first does.</summary>
public sealed class BrowseLibrary(ReadStretch stretch, Shuffle shuffle, HandOrder hand)
{
    // A page that opens around an item shows some of what lies above it, so that the item does not stick to the edge.
    private const int ShownAbove = 10;

    // So many are fetched ahead.
    private const int Neighbours = 2;

    private static readonly Guid Last = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

    /// <summary>The stretch at a place.</summary>
    /// <param name="list">The list.</param>
    /// <param name="place">The place.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <param name="size">How many items it has; more than stand above an item that a page opens around.</param>
    public async Task<FamilyPage> PageAsync(Listing list, Place place, CancellationToken ct, int size = FamilyPage.Size)
    {
        if (place.Before is { } before) return await BeforeAsync(list, before, size, ct);
        if (place.At is { } at && await CursorOfAsync(list, at, ct) is { } cursor) return await AroundAsync(list, cursor, size, ct);
        var after = place.On is { } day ? Before(list, day) : place.After;
        var items = await ReadAsync(list, after, along: true, size + 1, ct);
        // A day beyond the last has nothing below it: the end is shown.
        if (items.Count == 0 && after is not null) return (await BeforeAsync(list, after, size, ct)) with { After = null };
        var isTop = after is null || (place.On is not null && (await PlacesAsync(list, items[0].Place, along: false, 1, ct)).Count == 0);
        return Page(items, isTop, size);
    }

    /// <summary>Where the item of a number stands, from 0; null where the list is shorter.</summary>
    public async Task<Cursor?> PlaceAtAsync(Listing list, int number, CancellationToken ct) => list.Order == SortBy.Random || list.Order == SortBy.Hand
        ? (await PlacesAsync(list, null, number + 1, ct)).ElementAtOrDefault(number)
        : await stretch.PlaceAtAsync(list, number, ct);

    /// <summary>Where the items beyond a cursor stand, the nearest first; fewer than asked for only at the end.</summary>
    public Task<IReadOnlyList<Cursor>> PlacesAsync(Listing list, Cursor? after, int count, CancellationToken ct) => PlacesAsync(list, after, along: true, count, ct);

    /// <summary>
    /// What stands above and below a post in a list, the nearest first and no more than two. One that has left the list meanwhile has the neighbours of the
    /// place where it would stand.
    /// </summary>
    public async Task<(IReadOnlyList<Family> Above, IReadOnlyList<Family> Below)> NeighboursAsync(Listing list, Guid postId, CancellationToken ct)
    {
        if (await CursorOfAsync(list, postId, ct) is not { } place) return ([], []);
        var above = ReadAsync(list, place, along: false, Neighbours, ct);
        var below = ReadAsync(list, place, along: true, Neighbours, ct);
        return (Families(await above), Families(await below));
    }

    private async Task<FamilyPage> BeforeAsync(Listing list, Cursor before, int size, CancellationToken ct)
    {
        var above = await ReadAsync(list, before, along: false, size + 1, ct);
        var shown = above.Take(size).Reverse().ToList();
        return new(Families(shown), above.Count > size ? shown[0].Place : null, shown.Count > 0 ? shown[^1].Place : before);
    }

    private async Task<FamilyPage> AroundAsync(Listing list, Cursor at, int size, CancellationToken ct)
    {
        var above = await PlacesAsync(list, at, along: false, size, ct);
        // An item of the first page is shown on the first page, without a seam above it.
        var start = above.Count == size ? above[ShownAbove] : null;
        return Page(await ReadAsync(list, start, along: true, size + 1, ct), isTop: start is null, size);
    }

    private static FamilyPage Page(List<ListItem> items, bool isTop, int size)
    {
        var shown = items.Take(size).ToList();
        return new(
            Families(shown),
            isTop || shown.Count == 0 ? null : shown[0].Place,
            items.Count > size ? shown[^1].Place : null);
    }

    private static List<Family> Families(IEnumerable<ListItem> items) => [.. items.Select(item => item.Family)];

    // Just before the first item of a day, in the list's own direction.
    private static Cursor? Before(Listing list, DaySpan day) =>
        list.Order == SortBy.DateDesc ? new(SortKeys.Age(day.Before), Last) : list.Order == SortBy.DateAsc ? new(SortKeys.Age(day.From), Last) : null;

    private Task<List<ListItem>> ReadAsync(Listing list, Cursor? cursor, bool along, int count, CancellationToken ct) => list.Order == SortBy.Random
        ? shuffle.ReadAsync(list, cursor, along, count, ct)
        : list.Order == SortBy.Hand ? hand.ReadAsync(list, cursor, along, count, ct)
        : stretch.ReadAsync(list, cursor, along, count, ct);

    private Task<IReadOnlyList<Cursor>> PlacesAsync(Listing list, Cursor? cursor, bool along, int count, CancellationToken ct) => list.Order == SortBy.Random
        ? shuffle.PlacesAsync(list, cursor, along, count, ct)
        : list.Order == SortBy.Hand ? hand.PlacesAsync(list, cursor, along, count, ct)
        : stretch.PlacesAsync(list, cursor, along, count, ct);

    private Task<Cursor?> CursorOfAsync(Listing list, Guid postId, CancellationToken ct) => list.Order == SortBy.Random
        ? shuffle.CursorOfAsync(list, postId, ct)
        : list.Order == SortBy.Hand ? hand.CursorOfAsync(list, postId, ct)
        : stretch.CursorOfAsync(list, postId, ct);
}
