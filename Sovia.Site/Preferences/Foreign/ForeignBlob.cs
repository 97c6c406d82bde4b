using System.Text.Json;

namespace Sovia.Preferences.Foreign;

/// <summary>The preferences of 8xSovia: one JSON object that its pages write whole. Names and values that mean nothing here are told, and stay in it.</summary>
public sealed class ForeignBlob
{
    private static readonly (string Group, string Name, Preference Preference)[] Mapped =
    [
        ("layout", "view_mode", KnownPreference.View), ("layout", "density", KnownPreference.Density), ("layout", "columns", KnownPreference.Columns), ("sorting", "default", KnownPreference.Sort),
    ];

    private ForeignBlob() { }

    /// <summary>Where a preference stands in it: the group and the name. Only four have a place.</summary>
    public static IReadOnlyList<(string Group, string Name, Preference Preference)> Places => Mapped;

    /// <summary>The values it says, by the name of the preference.</summary>
    public Dictionary<string, string?> Values { get; } = [];

    /// <summary>Its presets; null where it says nothing of presets.</summary>
    public IReadOnlyList<ForeignPreset>? Presets { get; private set; }

    /// <summary>Whether it says which preset is the default one, or that none is.</summary>
    public bool SaysDefault { get; private set; }

    /// <summary>The id of the default preset; null for none.</summary>
    public string? DefaultPreset { get; private set; }

    /// <summary>Names that mean nothing here, <c>filters.last_used</c>.</summary>
    public List<string> Unknown { get; } = [];

    /// <summary>Values that could not be taken, a sentence each.</summary>
    public List<string> Refused { get; } = [];

    /// <summary>Reads it.</summary>
    /// <param name="blob">A JSON object.</param>
    public static ForeignBlob Read(JsonElement blob)
    {
        var read = new ForeignBlob();
        foreach (var group in blob.EnumerateObject())
            if (group.Name is not ("layout" or "sorting" or "filters")) read.Unknown.Add(group.Name);
            else if (group.Value.ValueKind != JsonValueKind.Object) read.Refused.Add($"“{group.Name}” isn't an object.");
            else
                foreach (var property in group.Value.EnumerateObject()) read.Take(group.Name, property);
        return read;
    }

    /// <summary>The ids of the presets in a blob.</summary>
    public static IReadOnlyList<string> IdsOf(JsonElement blob) => [.. (Read(blob).Presets ?? []).Select(preset => preset.Id)];

    private void Take(string group, JsonProperty property)
    {
        var place = Array.Find(Mapped, one => one.Group == group && one.Name == property.Name);
        if (place.Preference is { } preference) TakeValue(preference, property.Value);
        else if ((group, property.Name) == ("filters", "presets")) TakePresets(property.Value);
        else if ((group, property.Name) == ("filters", "default_preset")) TakeDefault(property.Value);
        else Unknown.Add($"{group}.{property.Name}");
    }

    private void TakeValue(Preference preference, JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (value.ValueKind == JsonValueKind.Null) return;
        if (preference.Of(text) is { } known) Values[preference.Name] = known;
        else Refused.Add(preference.Refused(text));
    }

    private void TakeDefault(JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.Null or JsonValueKind.String or JsonValueKind.Number)) Refused.Add("“filters.default_preset” isn't the id of a preset.");
        else (SaysDefault, DefaultPreset) = (true, value.ValueKind == JsonValueKind.Null ? null : value.ToString());
    }

    private void TakePresets(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null) return;
        if (value.ValueKind != JsonValueKind.Array)
        {
            Refused.Add("“filters.presets” isn't a list.");
            return;
        }
        var all = new Dictionary<string, ForeignPreset>();
        var number = 0;
        foreach (var element in value.EnumerateArray())
        {
            number++;
            if (ForeignPreset.Read(element) is not { } preset) Refused.Add($"Preset {number} has no name of 1 to {Preset.NameLength} characters, or no filters.");
            else if (!all.TryAdd(preset.Id, preset)) Refused.Add($"Preset {number} has the id of another one.");
        }
        Presets = [.. all.Values];
        Unknown.AddRange(Presets.SelectMany(preset => preset.Odd).Distinct().Select(name => $"filters.presets.filters.{name}"));
    }

    /// <summary>An object with what another one says beyond it, or otherwise: group by group, lists as a whole.</summary>
    /// <returns>Its text.</returns>
    public static string Merged(JsonElement before, JsonElement added)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text)) Write(json, before, added);
        return System.Text.Encoding.UTF8.GetString(text.ToArray());
    }

    private static void Write(Utf8JsonWriter json, JsonElement before, JsonElement added)
    {
        if (before.ValueKind != JsonValueKind.Object || added.ValueKind != JsonValueKind.Object)
        {
            added.WriteTo(json);
            return;
        }
        json.WriteStartObject();
        foreach (var property in before.EnumerateObject())
            if (!added.TryGetProperty(property.Name, out _)) property.WriteTo(json);
        foreach (var property in added.EnumerateObject())
        {
            json.WritePropertyName(property.Name);
            if (before.TryGetProperty(property.Name, out var known)) Write(json, known, property.Value);
            else property.Value.WriteTo(json);
        }
        json.WriteEndObject();
    }
}
