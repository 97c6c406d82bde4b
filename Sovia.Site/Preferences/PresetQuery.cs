using Sovia.Query;
using QueryString = Sovia.Query.UrlQueryString;

namespace Sovia.Preferences;

/// <summary>The query and view of a preset.</summary>
/// <param name="Query">What is shown, for a reader of the usual defaults.</param>
/// <param name="Layout">How, as far as it is said: the names and values of parameters.</param>
public sealed record PresetQuery(LibraryQuery Query, IReadOnlyList<KeyValuePair<string, string>> Layout)
{
    private const int MostCharacters = 16_000;

    // Where a list is looked at is no part of a preset, nor is the way to do without one.
    private static readonly string[] Passing = ["after", "before", "at", "open", "preset"];

    private static readonly Preference[] Views = [PreferenceCatalog.View, PreferenceCatalog.Density, PreferenceCatalog.Columns];

    /// <summary>Reads the text of an address behind its question mark.</summary>
    /// <param name="text">The text.</param>
    /// <param name="now">What relative dates are counted from, UTC.</param>
    /// <param name="zone">The time zone of whoever looks.</param>
    /// <returns>What it says, and what of it is not understood; null for nothing.</returns>
    public static (PresetQuery Query, string? Problem) Parse(string text, DateTimeOffset now, TimeZoneInfo? zone)
    {
        if (text.Length > MostCharacters)
            return (new(LibraryQuery.Everything(now, zone), []), $"A search can have at most {MostCharacters:N0} characters.");
        var pairs = QueryString.Parse(text).Where(pair => !Passing.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)).ToList();
        var layout = from view in Views
                     let value = pairs.Where(pair => pair.Key.Equals(view.Name, StringComparison.OrdinalIgnoreCase))
                     .Select(pair => view.Normalize(pair.Value)).LastOrDefault(value => value is not null)
                     where value is not null
                     select KeyValuePair.Create(view.Name, value);
        var (query, problems) =
            StrictQueryParser.Parse(pairs.Where(pair => PreferenceCatalog.Find(pair.Key.ToLowerInvariant()) is not { } view
                || !Views.Contains(view)), now, zone);
        return (new(query, [.. layout]), problems.IsEmpty ? null : problems[0].Text);
    }

    /// <summary>The parameters of an address that shows this to a reader with defaults of their own.</summary>
    public IEnumerable<KeyValuePair<string, string>> ToParameters(QueryDefaults defaults) =>
        Query.WithDefaults(defaults).Parameters.Concat(Layout);

    /// <summary>The text that a preset keeps.</summary>
    public override string ToString() => QueryString.Format(ToParameters(QueryDefaults.Standard));
}
