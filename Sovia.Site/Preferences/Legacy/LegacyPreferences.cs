using System.Text.Json;

namespace Sovia.Preferences.Legacy;

/// <summary>
/// The preferences of 8xSovia: one JSON object that its pages write as a whole. Unsupported names and values are reported, and stay in the
/// object.
/// </summary>
public sealed class LegacyPreferences
{
    private static readonly (string Group, string Name, Preference Preference)[] Supported =
    [
        ("layout", "view_mode", PreferenceCatalog.View), ("layout", "density", PreferenceCatalog.Density),
        ("layout", "columns", PreferenceCatalog.Columns), ("sorting", "default", PreferenceCatalog.Sort),
    ];

    private LegacyPreferences() { }

    /// <summary>The four supported preferences, each with its group and name in the object.</summary>
    public static IReadOnlyList<(string Group, string Name, Preference Preference)> Mappings => Supported;

    /// <summary>The values in the object, by preference name.</summary>
    public Dictionary<string, string?> Values { get; } = [];

    /// <summary>The presets in the object; null if it has no list of presets.</summary>
    public IReadOnlyList<LegacyPreset>? Presets { get; private set; }

    /// <summary>Whether the object sets the default preset, including to none.</summary>
    public bool HasDefaultPreset { get; private set; }

    /// <summary>ID of the default preset; null for none.</summary>
    public string? DefaultPreset { get; private set; }

    /// <summary>Unsupported names, such as <c>filters.last_used</c>.</summary>
    public List<string> UnknownNames { get; } = [];

    /// <summary>Errors about invalid values, one sentence each.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Reads the preferences.</summary>
    /// <param name="blob">A JSON object.</param>
    public static LegacyPreferences Read(JsonElement blob)
    {
        var preferences = new LegacyPreferences();
        foreach (var group in blob.EnumerateObject())
            if (group.Name is not ("layout" or "sorting" or "filters")) preferences.UnknownNames.Add(group.Name);
            else if (group.Value.ValueKind != JsonValueKind.Object) preferences.Errors.Add($"“{group.Name}” isn't an object.");
            else
                foreach (var property in group.Value.EnumerateObject()) preferences.ReadProperty(group.Name, property);
        return preferences;
    }

    /// <summary>Returns the IDs of the presets in a JSON object.</summary>
    public static IReadOnlyList<string> ReadPresetIds(JsonElement blob) => [.. (Read(blob).Presets ?? []).Select(preset => preset.Id)];

    private void ReadProperty(string group, JsonProperty property)
    {
        var mapping = Array.Find(Supported, entry => entry.Group == group && entry.Name == property.Name);
        if (mapping.Preference is { } preference) ReadValue(preference, property.Value);
        else if ((group, property.Name) == ("filters", "presets")) ReadPresets(property.Value);
        else if ((group, property.Name) == ("filters", "default_preset")) ReadDefaultPreset(property.Value);
        else UnknownNames.Add($"{group}.{property.Name}");
    }

    private void ReadValue(Preference preference, JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (value.ValueKind == JsonValueKind.Null) return;
        if (preference.Normalize(text) is { } normalized) Values[preference.Name] = normalized;
        else Errors.Add(preference.FormatError(text));
    }

    private void ReadDefaultPreset(JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.Null or JsonValueKind.String or JsonValueKind.Number))
            Errors.Add("“filters.default_preset” isn't the id of a preset.");
        else (HasDefaultPreset, DefaultPreset) = (true, value.ValueKind == JsonValueKind.Null ? null : value.ToString());
    }

    private void ReadPresets(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null) return;
        if (value.ValueKind != JsonValueKind.Array)
        {
            Errors.Add("“filters.presets” isn't a list.");
            return;
        }
        var presetsById = new Dictionary<string, LegacyPreset>();
        var number = 0;
        foreach (var element in value.EnumerateArray())
        {
            number++;
            if (LegacyPreset.Read(element) is not { } preset)
                Errors.Add($"Preset {number} has no name of 1 to {Preset.MaxNameLength} characters, or no filters.");
            else if (!presetsById.TryAdd(preset.Id, preset)) Errors.Add($"Preset {number} has the id of another one.");
        }
        Presets = [.. presetsById.Values];
        UnknownNames.AddRange(Presets.SelectMany(preset => preset.UnknownFilters).Distinct()
            .Select(name => $"filters.presets.filters.{name}"));
    }

    /// <summary>Merges an object into another, group by group. Lists are replaced as a whole.</summary>
    /// <returns>The merged JSON text.</returns>
    public static string Merge(JsonElement before, JsonElement added)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) WriteMerged(writer, before, added);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteMerged(Utf8JsonWriter writer, JsonElement before, JsonElement added)
    {
        if (before.ValueKind != JsonValueKind.Object || added.ValueKind != JsonValueKind.Object)
        {
            added.WriteTo(writer);
            return;
        }
        writer.WriteStartObject();
        foreach (var property in before.EnumerateObject())
            if (!added.TryGetProperty(property.Name, out _)) property.WriteTo(writer);
        foreach (var property in added.EnumerateObject())
        {
            writer.WritePropertyName(property.Name);
            if (before.TryGetProperty(property.Name, out var previousValue)) WriteMerged(writer, previousValue, property.Value);
            else property.Value.WriteTo(writer);
        }
        writer.WriteEndObject();
    }
}
