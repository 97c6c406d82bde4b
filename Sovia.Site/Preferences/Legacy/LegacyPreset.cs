using System.Text.Json;

namespace Sovia.Preferences.Legacy;

/// <summary>A preset of 8xSovia.</summary>
/// <param name="Id">The ID, any text.</param>
/// <param name="Name">The name.</param>
/// <param name="Filters">The filters, a JSON object.</param>
/// <param name="Query">The equivalent query.</param>
/// <param name="UnknownFilters">The names of unsupported filters.</param>
public sealed record LegacyPreset(string Id, string Name, JsonElement Filters, string Query, IReadOnlyList<string> UnknownFilters)
{
    private const int IdLength = 100;

    /// <summary>Reads a preset; returns null if it has no name or no filters.</summary>
    public static LegacyPreset? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("name", out var nameElement)
            || nameElement.ValueKind != JsonValueKind.String) return null;
        if (!json.TryGetProperty("filters", out var filters) || filters.ValueKind != JsonValueKind.Object
            || Preset.NormalizeName(nameElement.GetString()) is not { } name) return null;
        var unknownFilters = new List<string>();
        var query = LegacyFilters.ToQuery(filters, unknownFilters);
        var id = json.TryGetProperty("id", out var node) && node.ValueKind is JsonValueKind.String or JsonValueKind.Number ? node.ToString()
            : name;
        return new(id.Length is 0 or > IdLength ? name : Sovia.Library.StorableText.SanitizeLine(id, IdLength), name, filters, query,
            unknownFilters);
    }
}
