using System.Text.Json;

namespace Sovia.Api;

/// <summary>
/// The filters of a smart collection as 8xSovia's API writes them: <c>model</c>, <c>mode</c>, <c>search</c>, and here every other parameter
/// of an address too.
/// </summary>
internal static class SmartFilters
{
    /// <summary>The filters of a query.</summary>
    public static Dictionary<string, string> FromQuery(string query) =>
        Sovia.Query.UrlQueryString.Parse(query).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Last().Value);

    /// <summary>The query that filters mean; null where they are no object of texts.</summary>
    public static string? ToQuery(JsonElement filters)
    {
        if (filters.ValueKind != JsonValueKind.Object) return null;
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var filter in filters.EnumerateObject())
        {
            if (TextOf(filter.Value) is not { } text) return null;
            var name = ChangeJsonReader.ReadPropertyName(filter);
            if (text.Length == 0 || (text == "all" && name is "mode" or "model" or "type")) continue;
            pairs.Add(new(name == "keywords" ? "search" : name, text));
        }
        return Sovia.Query.UrlQueryString.Format(pairs);
    }

    // A name is quoted as an address quotes it where it would be read as several.
    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => ChangeJsonReader.ReadStringOrNull(value),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
