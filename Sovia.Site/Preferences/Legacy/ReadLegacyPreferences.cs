using System.Text.Json;
using System.Text.Json.Nodes;
using Marten;

namespace Sovia.Preferences.Legacy;

/// <summary>
/// Returns preferences in the format of 8xSovia: those its pages stored last, with values changed in Sovia since. Writes nothing.
/// </summary>
public sealed class ReadLegacyPreferences(IQuerySession session, PreferenceCache known)
{
    /// <summary>Returns the JSON object, and when it was first and last stored; null if it never was.</summary>
    public async Task<(JsonNode Blob, DateTimeOffset? CreatedAt, DateTimeOffset? UpdatedAt)> RunAsync(CancellationToken ct)
    {
        var set = await known.GetCurrentAsync(ct);
        var stored = await session.LoadAsync<StoredLegacyPreferences>(StoredLegacyPreferences.SingletonId, ct);
        if (stored is null) return (CreateBlob(set), null, null);
        var blob = GetNode(stored.Json)!.AsObject();
        foreach (var (group, name, preference) in LegacyPreferences.Mappings)
            if (set.GetValue(preference) is var value && stored.Seen.GetValueOrDefault(preference.Name) != value)
                GetGroup(blob, group)[name] = value;
        if (stored.SeenPresets != StoredLegacyPreferences.CreateSnapshot(set.Presets, set.DefaultPreset?.Id))
            WritePresets(GetGroup(blob, "filters"), set);
        return (blob, stored.CreatedAt, stored.UpdatedAt);
    }

    private static JsonObject CreateBlob(PreferenceSet set)
    {
        var blob = new JsonObject();
        foreach (var (group, name, preference) in LegacyPreferences.Mappings) GetGroup(blob, group)[name] = set.GetValue(preference);
        GetGroup(blob, "filters")["last_used"] = null;
        WritePresets(GetGroup(blob, "filters"), set);
        return blob;
    }

    // Updates the stored presets in place, because they may have properties that Sovia does not know.
    private static void WritePresets(JsonObject filters, PreferenceSet set)
    {
        var existing = (filters["presets"] as JsonArray ?? []).OfType<JsonObject>().Where(item => item["id"] is JsonValue)
            .ToLookup(item => item["id"]!.ToString());
        var presetArray = new JsonArray();
        foreach (var preset in set.Presets)
        {
            var id = preset.ForeignId ?? preset.Id.ToString();
            var presetObject = existing[id].FirstOrDefault()?.DeepClone().AsObject()
                ?? new JsonObject
                { ["id"] = id, ["created_at"] = preset.CreatedAt.ToString("O", System.Globalization.CultureInfo.InvariantCulture) };
            presetObject["name"] = preset.Name;
            var presetFilters = GetGroup(presetObject, "filters");
            foreach (var (name, value) in LegacyFilters.FromQuery(preset.Query)) presetFilters[name] = value;
            presetObject["query"] = preset.Query;
            presetArray.Add(presetObject);
        }
        filters["presets"] = presetArray;
        filters["default_preset"] = set.DefaultPreset is { } defaultPreset ? defaultPreset.ForeignId ?? defaultPreset.Id.ToString() : null;
    }

    private static JsonObject GetGroup(JsonObject blob, string name)
    {
        if (blob[name] is JsonObject group) return group;
        blob[name] = group = [];
        return group;
    }

    // The last of duplicate properties wins, as in a browser.
    private static JsonNode? GetNode(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array) return new JsonArray([.. json.EnumerateArray().Select(GetNode)]);
        if (json.ValueKind != JsonValueKind.Object) return json.ValueKind == JsonValueKind.Null ? null : JsonValue.Create(json);
        var node = new JsonObject();
        foreach (var property in json.EnumerateObject()) node[property.Name] = GetNode(property.Value);
        return node;
    }
}
