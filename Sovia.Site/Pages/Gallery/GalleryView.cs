namespace Sovia.Pages.Gallery;

/// <summary>The results of a query: the count and the first page.</summary>
/// <param name="GalleryRequest">The request.</param>
/// <param name="FoundCount">The number of results, or null if counting timed out. Any value above <paramref name="MaxCounted"/> only means
/// that there are more.</param>
/// <param name="CardPage">The cards.</param>
/// <param name="SuggestedSearch">A search to suggest if there are no results, or null.</param>
/// <param name="IsTooSlow">Whether the database query timed out.</param>
/// <param name="MaxCounted">The limit at which counting stops; null for no limit.</param>
public sealed record GalleryView(GalleryRequest GalleryRequest, int? FoundCount, CardPage CardPage, string? SuggestedSearch,
    bool IsTooSlow = false, int? MaxCounted = null)
{
    /// <summary>The collection of the query; null if it does not show exactly one.</summary>
    public Sovia.Collections.Collection? Collection { get; init; }

    /// <summary>The conditions of a query without results, each with its own count.</summary>
    public IReadOnlyList<SearchPartCount> Parts { get; init; } = [];

    /// <summary>Whether there are more results than were counted.</summary>
    public bool IsCountCapped => FoundCount > MaxCounted;

    /// <summary>The count to show.</summary>
    public int? Count => IsCountCapped ? MaxCounted : FoundCount;

    /// <summary>The URL that returns the count if the page did not wait for it.</summary>
    public string CountUrl => GalleryRequest.GetFacetsUrl("count") + (MaxCounted is null ? "" : $"&upto={MaxCounted}");

    /// <summary>The noun for the counted unit, singular or plural to match the count.</summary>
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
