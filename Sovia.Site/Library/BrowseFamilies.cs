using Marten;

namespace Sovia.Library;

/// <summary>Reads the gallery a stretch at a time, by keyset: the thousandth page costs what the first does.</summary>
public sealed class BrowseFamilies(IQuerySession session)
{
    // A page that opens around an item shows some of what lies above it, so that the item does not stick to the edge.
    private const int ShownAbove = 10;

    /// <summary>The stretch at a place.</summary>
    public async Task<FamilyPage> PageAsync(Place place, CancellationToken ct)
    {
        if (place.Before is { } before) return await BeforeAsync(before, ct);
        if (place.At is { } at && await CursorOfAsync(at, ct) is { } cursor) return await AroundAsync(cursor, ct);
        var families = await session.Query<Family>().Below(place.After).Take(FamilyPage.Size + 1).ToListAsync(ct);
        return Page(families, isTop: place.After is null);
    }

    /// <summary>How many families there are.</summary>
    public Task<int> CountAsync(CancellationToken ct) => session.Query<Family>().CountAsync(ct);

    private async Task<FamilyPage> BeforeAsync(Cursor before, CancellationToken ct)
    {
        var above = await session.Query<Family>().Above(before).Take(FamilyPage.Size + 1).ToListAsync(ct);
        var shown = above.Take(FamilyPage.Size).Reverse().ToList();
        return new(shown, above.Count > FamilyPage.Size ? Cursor.Of(shown[0]) : null, shown.Count > 0 ? Cursor.Of(shown[^1]) : before);
    }

    private async Task<FamilyPage> AroundAsync(Cursor at, CancellationToken ct)
    {
        var above = await session.Query<Family>().Above(at).Take(FamilyPage.Size).ToListAsync(ct);
        // An item of the first page is shown on the first page, without a seam above it.
        var start = above.Count == FamilyPage.Size ? Cursor.Of(above[ShownAbove]) : null;
        var families = await session.Query<Family>().Below(start).Take(FamilyPage.Size + 1).ToListAsync(ct);
        return Page(families, isTop: start is null);
    }

    private static FamilyPage Page(IReadOnlyList<Family> families, bool isTop)
    {
        var shown = families.Take(FamilyPage.Size).ToList();
        return new(
            shown,
            isTop || shown.Count == 0 ? null : Cursor.Of(shown[0]),
            families.Count > FamilyPage.Size ? Cursor.Of(shown[^1]) : null);
    }

    private async Task<Cursor?> CursorOfAsync(Guid postId, CancellationToken ct)
    {
        var rootId = (await session.LoadAsync<Post>(postId, ct))?.RootId ?? postId;
        return await session.LoadAsync<Family>(rootId, ct) is { } family ? Cursor.Of(family) : null;
    }
}
