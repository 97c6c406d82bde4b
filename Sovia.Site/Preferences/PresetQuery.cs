using Sovia.Query;
using QueryString = Sovia.Query.UrlQueryString;

namespace Sovia.Preferences;

/// <summary>The query and view of a preset.</summary>
/// <param name="Query">The query, with the standard defaults.</param>
/// <param name="Layout">Names and values of the view parameters that are set.</param>
public sealed record PresetQuery(LibraryQuery Query, IReadOnlyList<KeyValuePair<string, string>> Layout)
{
    private const int MaxCharacters = 16_000;

    // Excludes the parameters that select a position in a list or a preset, because they do not belong in a preset.
    private static readonly string[] ExcludedNames = ["after", "before", "at", "open", "preset"];

    private static readonly Preference[] ViewPreferences = [PreferenceCatalog.View, PreferenceCatalog.Density, PreferenceCatalog.Columns];

    /// <summary>Parses the query string of a gallery URL.</summary>
    /// <param name="text">The query string.</param>
    /// <param name="now">The current time for relative dates, UTC.</param>
    /// <param name="zone">The user's time zone.</param>
    /// <returns>The query, and the first problem; null for none.</returns>
    public static (PresetQuery Query, string? Problem) Parse(string text, DateTimeOffset now, TimeZoneInfo? zone)
    {
        if (text.Length > MaxCharacters)
            return (new(LibraryQuery.Everything(now, zone), []), $"A search can have at most {MaxCharacters:N0} characters.");
        var pairs = QueryString.Parse(text).Where(pair => !ExcludedNames.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)).ToList();
        var layout = from view in ViewPreferences
                     let value = pairs.Where(pair => pair.Key.Equals(view.Name, StringComparison.OrdinalIgnoreCase))
                     .Select(pair => view.Normalize(pair.Value)).LastOrDefault(value => value is not null)
                     where value is not null
                     select KeyValuePair.Create(view.Name, value);
        var (query, problems) =
            StrictQueryParser.Parse(pairs.Where(pair => PreferenceCatalog.Find(pair.Key.ToLowerInvariant()) is not { } view
                || !ViewPreferences.Contains(view)), now, zone);
        return (new(query, [.. layout]), problems.IsEmpty ? null : problems[0].Text);
    }

    /// <summary>Returns the URL parameters that show the preset to a user with the given defaults.</summary>
    public IEnumerable<KeyValuePair<string, string>> ToParameters(QueryDefaults defaults) =>
        Query.WithDefaults(defaults).Parameters.Concat(Layout);

    /// <summary>Formats the query string to store.</summary>
    public override string ToString() => QueryString.Format(ToParameters(QueryDefaults.Standard));
}
