namespace Sovia.Pages.Gallery;

/// <summary>The results of a query: how many, and the first stretch of them.</summary>
/// <param name="GalleryRequest">What was asked for.</param>
/// <param name="FoundCount">How many there are, or null where counting takes longer than the page may. More than
/// <paramref name="MaxCounted"/> is any number.</param>
/// <param name="CardPage">The cards.</param>
/// <param name="SuggestedSearch">Another search to offer where nothing was found, or null.</param>
/// <param name="IsTooSlow">Whether the database was stopped before it had an answer.</param>
/// <param name="MaxCounted">How many are counted at the most; null where all are.</param>
public sealed record GalleryView(GalleryRequest GalleryRequest, int? FoundCount, CardPage CardPage, string? SuggestedSearch,
    bool IsTooSlow = false, int? MaxCounted = null)
{
    /// <summary>The collection that the query shows; null where it shows none by itself.</summary>
    public Sovia.Collections.Collection? Collection { get; init; }

    /// <summary>The conditions of a query without results, each with its own count.</summary>
    public IReadOnlyList<NothingPart> Parts { get; init; } = [];

    /// <summary>Whether there are more than were counted.</summary>
    public bool IsCountCapped => FoundCount > MaxCounted;

    /// <summary>The number to show.</summary>
    public int? Count => IsCountCapped ? MaxCounted : FoundCount;

    /// <summary>Where the number is told that the page did not wait for.</summary>
    public string CountUrl => GalleryRequest.GetFacetsUrl("count") + (MaxCounted is null ? "" : $"&upto={MaxCounted}");

    /// <summary>What is counted, for so many.</summary>
    public string Noun => Nouns.ForUnit(GalleryRequest.Query.Unit, Count);

    private static class Nouns
    {
        public static string ForUnit(Sovia.Query.ListUnit listUnit, int? count) => (listUnit, count) switch
        {
            (Sovia.Query.ListUnit.Family, 1) => "stack",
            (Sovia.Query.ListUnit.Family, _) => "stacks",
            (_, 1) => "item",
            _ => "items",
        };
    }
}
