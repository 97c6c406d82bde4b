namespace Sovia.Pages.Gallery;

/// <summary>The results of a query: how many, and the first stretch of them.</summary>
/// <param name="Asked">What was asked for.</param>
/// <param name="Found">How many there are, or null where counting takes longer than the page may. While the search is being typed, more than <see cref="Counting.MostWhileTyping"/> is any number.</param>
/// <param name="Stretch">The cards.</param>
/// <param name="Nearest">Another search to offer where nothing was found, or null.</param>
/// <param name="IsTooSlow">Whether the database was stopped before it had an answer.</param>
public sealed record GalleryView(Asked Asked, int? Found, Stretch Stretch, string? Nearest, bool IsTooSlow = false)
{
    /// <summary>Whether there are more than were counted.</summary>
    public bool HasMore => Asked.Typed is not null && Found > Counting.MostWhileTyping;

    /// <summary>The number to show.</summary>
    public int? Count => HasMore ? Counting.MostWhileTyping : Found;

    /// <summary>What is counted, for so many.</summary>
    public string Noun => Words.Of(Asked.Query.Unit, Count);

    private static class Words
    {
        public static string Of(Library.Search.Unit unit, int? count) => (unit, count) switch
        {
            (Library.Search.Unit.Family, 1) => "family",
            (Library.Search.Unit.Family, _) => "families",
            (_, 1) => "item",
            _ => "items",
        };
    }
}
