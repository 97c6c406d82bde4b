using System.Text.Json;
using Sovia.Query;
using QueryString = Sovia.Query.UrlQueryString;

namespace Sovia.Preferences.Legacy;

/// <summary>Converts between the preset filters of 8xSovia and queries.</summary>
public static class LegacyFilters
{
    private static readonly string[] ShownFilters = ["mode", "model", "search", "sort"];

    /// <summary>Converts a query to the four filters of 8xSovia; a filter that it does not set gets 8xSovia's value for "all".</summary>
    public static Dictionary<string, string> FromQuery(string query)
    {
        var pairs = QueryString.Parse(query).ToLookup(pair => pair.Key, pair => pair.Value);
        string GetValue(string name, string fallback) => pairs[name].LastOrDefault() is { Length: > 0 } value ? value : fallback;
        return new()
        {
            ["mode"] = GetValue("mode", "all"),
            ["model"] = GetValue("model", "all"),
            ["search"] = GetValue("search", ""),
            ["sort"] = GetValue("sort", SortBy.DateDesc.Name)
        };
    }

    /// <summary>Converts filters to a query string. Accepts every query parameter, also in the spelling of 8xSovia.</summary>
    /// <param name="filters">A JSON object.</param>
    /// <param name="unsupportedNames">Receives the names of unsupported filters.</param>
    public static string ToQuery(JsonElement filters, ICollection<string> unsupportedNames)
    {
        var pairs = new Dictionary<string, string>();
        foreach (var filter in filters.EnumerateObject())
        {
            var text = GetText(filter.Value);
            if (text is null || !IsFilter(filter.Name)) unsupportedNames.Add(filter.Name);
            else if (Translate(filter.Name, text) is var (name, value) && value.Length > 0) pairs[name] = value;
        }
        return QueryString.Format(pairs);
    }

    /// <summary>Returns whether filters equal the result of <see cref="FromQuery"/>, so that the query needs no change.</summary>
    public static bool MatchesQuery(JsonElement filters, string query)
    {
        var shown = FromQuery(query);
        return Array.TrueForAll(ShownFilters, name => !filters.TryGetProperty(name, out var value) || GetText(value) == shown[name]);
    }

    private static bool IsFilter(string name) => name is "has_custom_videos" or "hasCustomVideos" || QueryParameterNames.IsParameter(name);

    private static (string Name, string Value) Translate(string name, string text) => (name, text) switch
    {
        ("type" or "mode" or "model" or "liked", "all") => (name, ""),
        ("type", "MEDIA_POST_TYPE_IMAGE") => (name, "image"),
        ("type", "MEDIA_POST_TYPE_VIDEO") => (name, "video"),
        ("liked", "liked") => (name, "true"),
        ("liked", "unliked") => (name, "-true"),
        ("has_custom_videos" or "hasCustomVideos", var flag) => ("mode", flag == "true" ? "custom" : ""),
        _ => (name, text.Trim()),
    };

    private static string? GetText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
