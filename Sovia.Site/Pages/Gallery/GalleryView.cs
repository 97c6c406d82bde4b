namespace Sovia.Pages.Gallery;

/// <summary>The results of a query: how many, and the first stretch of them.</summary>
/// <param name="Asked">What was asked for.</param>
/// <param name="Found">How many there are, or null where counting takes longer than the page may. More than <paramref name="Most"/> is any number.</param>
/// <param name="Stretch">The cards.</param>
/// <param name="Nearest">Another search to offer where nothing was found, or null.</param>
/// <param name="IsTooSlow">Whether the database was stopped before it had an answer.</param>
/// <param name="Most">How many are counted at the most; null where all are.</param>
public sealed record GalleryView(Asked Asked, int? Found, Stretch Stretch, string? Nearest, bool IsTooSlow = false, int? Most = null)
{
    /// <summary>The collection that the query shows; null where it shows none by itself.</summary>
    public Sovia.Collections.Collection? Collection { get; init; }

    /// <summary>The conditions of a query without results, each with its own count.</summary>
    public IReadOnlyList<NothingPart> Parts { get; init; } = [];

    /// <summary>Whether there are more than were counted.</summary>
    public bool HasMore => Found > Most;

    /// <summary>The number to show.</summary>
    public int? Count => HasMore ? Most : Found;

    /// <summary>Where the number is told that the page did not wait for.</summary>
    public string CountAddress => Asked.Facets("count") + (Most is null ? "" : $"&upto={Most}");

    /// <summary>What is counted, for so many.</summary>
    public string Noun => Words.Of(Asked.Query.Unit, Count);

    private static class Words
    {
        public static string Of(Library.Search.Unit unit, int? count) => (unit, count) switch
        {
            (Library.Search.Unit.Family, 1) => "stack",
            (Library.Search.Unit.Family, _) => "stacks",
            (_, 1) => "item",
            _ => "items",
        };
    }
}
