using System.Text.Json;

namespace Sovia.Api;

/// <summary>
/// The filters of a smart collection in the format of 8xSovia's API: <c>model</c>, <c>mode</c>, <c>search</c>, and in Sovia every other
/// query parameter too.
/// </summary>
internal static class SmartFilters
{
    /// <summary>Converts a query to filters.</summary>
    public static Dictionary<string, string> FromQuery(string query) =>
        Sovia.Query.UrlQueryString.Parse(query).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Last().Value);

    /// <summary>Converts filters to a query; returns null if they are not an object with string values.</summary>
    public static string? ToQuery(JsonElement filters)
    {
        if (filters.ValueKind != JsonValueKind.Object) return null;
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var filter in filters.EnumerateObject())
        {
            if (GetText(filter.Value) is not { } text) return null;
            var name = ChangeJsonReader.ReadPropertyName(filter);
            if (text.Length == 0 || (text == "all" && name is "mode" or "model" or "type")) continue;
            pairs.Add(new(name == "keywords" ? "search" : name, text));
        }
        return Sovia.Query.UrlQueryString.Format(pairs);
    }

    // Returns null for arrays, objects and invalid text.
    private static string? GetText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => ChangeJsonReader.ReadStringOrNull(value),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
