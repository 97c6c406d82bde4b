using System.Text.Json;
using System.Text.Json.Nodes;
using Marten;

namespace Sovia.Preferences.Foreign;

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
        if (stored is null) return (Made(set), null, null);
        var blob = GetNode(stored.Json)!.AsObject();
        foreach (var (group, name, preference) in LegacyPreferences.Mappings)
            if (set.GetValue(preference) is var value && stored.Seen.GetValueOrDefault(preference.Name) != value)
                GetGroup(blob, group)[name] = value;
        if (stored.SeenPresets != StoredLegacyPreferences.CreateSnapshot(set.Presets, set.DefaultPreset?.Id))
            Write(GetGroup(blob, "filters"), set);
        return (blob, stored.CreatedAt, stored.UpdatedAt);
    }

    private static JsonObject Made(PreferenceSet set)
    {
        var blob = new JsonObject();
        foreach (var (group, name, preference) in LegacyPreferences.Mappings) GetGroup(blob, group)[name] = set.GetValue(preference);
        GetGroup(blob, "filters")["last_used"] = null;
        Write(GetGroup(blob, "filters"), set);
        return blob;
    }

    // Updates the stored presets in place, because they may have properties that Sovia does not know.
    private static void Write(JsonObject filters, PreferenceSet set)
    {
        var before = (filters["presets"] as JsonArray ?? []).OfType<JsonObject>().Where(one => one["id"] is JsonValue)
            .ToLookup(one => one["id"]!.ToString());
        var all = new JsonArray();
        foreach (var preset in set.Presets)
        {
            var id = preset.ForeignId ?? preset.Id.ToString();
            var shown = before[id].FirstOrDefault()?.DeepClone().AsObject()
                ?? new JsonObject
                { ["id"] = id, ["created_at"] = preset.CreatedAt.ToString("O", System.Globalization.CultureInfo.InvariantCulture) };
            shown["name"] = preset.Name;
            var own = GetGroup(shown, "filters");
            foreach (var (name, value) in LegacyFilters.FromQuery(preset.Query)) own[name] = value;
            shown["query"] = preset.Query;
            all.Add(shown);
        }
        filters["presets"] = all;
        filters["default_preset"] = set.DefaultPreset is { } usual ? usual.ForeignId ?? usual.Id.ToString() : null;
    }

    private static JsonObject GetGroup(JsonObject blob, string name)
    {
        if (blob[name] is JsonObject group) return group;
        blob[name] = group = [];
        return group;
    }

    // Of duplicate properties the last one wins, as in a browser.
    private static JsonNode? GetNode(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array) return new JsonArray([.. json.EnumerateArray().Select(GetNode)]);
        if (json.ValueKind != JsonValueKind.Object) return json.ValueKind == JsonValueKind.Null ? null : JsonValue.Create(json);
        var node = new JsonObject();
        foreach (var property in json.EnumerateObject()) node[property.Name] = GetNode(property.Value);
        return node;
    }
}
