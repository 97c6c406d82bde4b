using Sovia.Media;
using Sovia.Media.Review;

namespace Sovia.Pages.Media;

/// <summary>A page of files to review.</summary>
/// <param name="Page">The files.</param>
/// <param name="State">The state of the files that are listed.</param>
public sealed record ReviewView(ReviewPage Page, FileState State)
{
    private static readonly (FileState State, string? Parameter, string Title)[] States =
        [(FileState.Unmatched, null, "Unmatched"), (FileState.Ambiguous, "ambiguous", "Multiple matches"), (FileState.Ignored, "ignored", "Ignored")];

    /// <summary>The lists: URL, title, and whether it is shown.</summary>
    public IEnumerable<(string Url, string Title, bool IsCurrent)> Lists =>
        States.Select(list => (GetUrl(list.State, null), list.Title, list.State == State && Find is null));

    /// <summary>Parses the state of a list.</summary>
    public static FileState ParseState(string? parameter) => Array.Find(States, list => list.Parameter == parameter).State;

    /// <summary>Returns the URL of a list.</summary>
    /// <param name="state">The state of its files.</param>
    /// <param name="after">The cursor of the previous page; null for the first.</param>
    public static string GetUrl(FileState state, string? after)
    {
        var parameter = Array.Find(States, list => list.State == state).Parameter;
        string?[] pairs = [parameter is null ? null : $"state={parameter}", after is null ? null : $"after={after}"];
        var query = string.Join('&', pairs.OfType<string>());
        return query.Length == 0 ? "/media/review" : $"/media/review?{query}";
    }

    /// <summary>The search for items that match a single file; null in the list of files.</summary>
    public string? Find { get; init; }

    /// <summary>The URL of the next page, or null at the end.</summary>
    public string? NextUrl => Page.NextCursor is { } nextCursor ? GetUrl(State, nextCursor) : null;
}
