using System.Text.Json;
using System.Text.Json.Serialization;
using Marten.Schema;

namespace Sovia.Preferences.Legacy;

/// <summary>The preferences that 8xSovia's pages stored last, returned to them unchanged.</summary>
// The alias keeps the table name of the type's former name.
[DocumentAlias("storedforeign")]
public sealed record StoredLegacyPreferences
{
    /// <summary>The ID of the library's only document.</summary>
    public const string SingletonId = "8xsovia";

    /// <summary>The ID, always <see cref="SingletonId"/>.</summary>
    public string Id { get; init; } = SingletonId;

    /// <summary>The JSON object as text, because a JSON column cannot hold every value.</summary>
    public string Blob { get; init; } = "{}";

    /// <summary>
    /// The supported preferences at the time of storing. Only those changed since replace values in the object.
    /// </summary>
    public Dictionary<string, string> Seen { get; init; } = [];

    /// <summary>The snapshot of the presets at that time.</summary>
    public string SeenPresets { get; init; } = "";

    /// <summary>The time the preferences were first stored, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The time the preferences were last stored, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The parsed JSON object.</summary>
    [JsonIgnore]
    public JsonElement Json => JsonElement.Parse(Blob);

    /// <summary>Creates a snapshot of presets, to detect changes.</summary>
    public static string CreateSnapshot(IEnumerable<Preset> presets, Guid? defaultPresetId) =>
        string.Join('\n', presets.Select(preset => $"{preset.Id} {preset.Query} {preset.Name}").Append($"{defaultPresetId}"));

    /// <summary>Creates a snapshot of the supported preferences.</summary>
    public static Dictionary<string, string> CreateSnapshot(PreferenceSet set) =>
        LegacyPreferences.Mappings.ToDictionary(mapping => mapping.Preference.Name, mapping => set.GetValue(mapping.Preference));
}
