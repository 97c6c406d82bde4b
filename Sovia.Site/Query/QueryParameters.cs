using System.Collections.Immutable;
using System.Globalization;
using Sovia.Library.Dates;
using Sovia.Query.Facets;
using Sovia.Query.Language;

namespace Sovia.Query;

/// <summary>Parses queries from parameters and formats them.</summary>
internal static class QueryParameters
{
    private const string Search = "search", Sort = "sort", Seed = "seed", Unit = "unit", Zone = "tz";

    // Limits the values of a facet, because more are costly and certainly unintended.
    private const int MaxValues = 100;

    public static (LibraryQuery Query, ImmutableArray<ParameterMessage> Messages) Parse(IEnumerable<KeyValuePair<string, string>> pairs,
        LibraryQuery query)
    {
        var valuesByName = pairs.Where(pair => !string.IsNullOrWhiteSpace(pair.Value))
            .ToLookup(pair => pair.Key, pair => SyntaxCharacters.ReplaceUnstorable(pair.Value), StringComparer.OrdinalIgnoreCase);
        var messages = new List<ParameterMessage>();
        if (valuesByName[Zone].LastOrDefault() is { } zone) query = ApplyZone(query, zone, messages);
        foreach (var facet in Facet.All) query = ApplyChoice(query, facet, valuesByName[facet.Parameter], messages);
        var sort = ParseName(valuesByName[Sort], Sort, [.. SortBy.All.Select(sort => (sort, sort.Name))], query.Defaults.Sort, messages);
        var seed = sort == SortBy.Random ? ParseSeed(valuesByName[Seed], messages) : 0;
        var listUnit = ParseName(valuesByName[Unit], Unit, QueryParameterNames.Units, query.Defaults.Unit, messages);
        return (query.WithSearch(valuesByName[Search].LastOrDefault()).WithSort(sort, seed).WithUnit(listUnit), [.. messages]);
    }

    public static IEnumerable<KeyValuePair<string, string>> Format(LibraryQuery query)
    {
        foreach (var choice in query.Choices) yield return new(choice.Facet.Parameter, choice.ParameterValue);
        if (query.SearchText is { Length: > 0 } search) yield return new(Search, search);
        if (!query.Sort.IsDefault || !query.Defaults.Sort.IsDefault) yield return new(Sort, query.Sort.Name);
        if (query.Sort == SortBy.Random) yield return new(Seed, query.Seed.ToString(CultureInfo.InvariantCulture));
        if (query.RequestedUnit != default || query.Defaults.Unit != default)
            yield return new(Unit, QueryParameterNames.GetUnitName(query.RequestedUnit));
        if (!query.UsesViewerZone || query.IncludesZone) yield return new(Zone, query.Zone.Id);
    }

    public static IEnumerable<KeyValuePair<string, string>> FormatFilters(LibraryQuery query)
    {
        foreach (var choice in query.Choices) yield return new(choice.Facet.Parameter, choice.ParameterValue);
        if (query.Search.Canonical is { Length: > 0 } search) yield return new(Search, search);
        // A smart collection may contain relative dates too.
        if (query.Search.IsRelative || ReferencesCollections(query))
            yield return new("on", new LocalCalendar(query.Now, query.Zone).Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        // The stamp separates cache entries, because the same name may match other posts once a collection changes.
        if (ReferencesCollections(query)) yield return new("of", NamedCollections.Current.Stamp);
        if (query.DependsOnTimeZone && !ReferenceEquals(query.Zone, TimeZoneInfo.Utc)) yield return new(Zone, query.Zone.Id);
        if (query.Unit != default) yield return new(Unit, QueryParameterNames.GetUnitName(query.Unit));
    }

    /// <summary>Returns whether a query names a collection.</summary>
    public static bool ReferencesCollections(LibraryQuery query) =>
        query.Search.ReferencesCollections || query.Choices.Any(choice => choice.Facet.ReferencesCollections);

    private static LibraryQuery ApplyZone(LibraryQuery query, string text, List<ParameterMessage> messages)
    {
        if (TimeZones.ParseParameter(text) is { } zone) return query.WithZone(zone);
        messages.Add(
            new(Zone, text,
                $"“{SyntaxCharacters.Truncate(text, 40)}” isn't a valid {Zone}. Use the name of a time zone such as Europe/Berlin."));
        return query;
    }

    private static LibraryQuery ApplyChoice(LibraryQuery query, Facet facet, IEnumerable<string> texts, List<ParameterMessage> messages)
    {
        List<string> included = [], excluded = [];
        foreach (var (item, isExcluded) in texts.SelectMany(ParseItems).Take(MaxValues))
        {
            if (facet.ParseValue(item) is not { } value)
                messages.Add(new(facet.Parameter, item.Text,
                    $"“{SyntaxCharacters.Truncate(item.Text, 40)}” isn't a valid {facet.Parameter}. {facet.ValueDescription}."));
            else if (value.Length > 0)
                (isExcluded ? excluded : included).Add(value);
        }
        return included.Count + excluded.Count == 0 ? query : query.AddChoices(facet, included, excluded);
    }

    private static IEnumerable<(ValueItem Item, bool Excluded)> ParseItems(string text)
    {
        for (var position = 0; position < text.Length; position++)
        {
            while (position < text.Length && SyntaxCharacters.IsSpace(text[position])) position++;
            var isExcluded = position < text.Length && text[position] == '-';
            var item = ValueItem.ParseItem(text, isExcluded ? position + 1 : position, _ => false);
            if (!item.IsQuoted) item = item with { Text = SyntaxCharacters.Trim(item.Text) };
            if (item.Text.Length > 0) yield return (item, isExcluded);
            position = item.End;
            while (position < text.Length && text[position] != ',') position++;
        }
    }

    private static T ParseName<T>(IEnumerable<string> texts, string parameter, ImmutableArray<(T Value, string Name)> names, T defaultValue,
        List<ParameterMessage> messages)
    {
        if (texts.LastOrDefault() is not { } text) return defaultValue;
        foreach (var (value, name) in names)
            if (name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase))
                return value;
        messages.Add(new(parameter, text,
            $"“{SyntaxCharacters.Truncate(text, 40)}” isn't a valid {parameter}. Use {string.Join(", ", names.Select(entry => entry.Name))}."));
        return defaultValue;
    }

    private static int ParseSeed(IEnumerable<string> texts, List<ParameterMessage> messages)
    {
        if (texts.LastOrDefault() is not { } text) return 0;
        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)) return number;
        messages.Add(new(Seed, text, $"“{SyntaxCharacters.Truncate(text, 40)}” isn't a valid {Seed}. Use a whole number."));
        return 0;
    }
}
