using System.Text.Json;
using System.Text.Json.Serialization;
using Marten.Schema;

namespace Sovia.Preferences.Foreign;

/// <summary>The preferences of 8xSovia as they were put last, so that its own pages get back what they put.</summary>
// The table keeps the name that the type had before.
[DocumentAlias("storedforeign")]
public sealed record StoredLegacyPreferences
{
    /// <summary>The id of the only one.</summary>
    public const string SingletonId = "8xsovia";

    /// <summary>Its id.</summary>
    public string Id { get; init; } = SingletonId;

    /// <summary>The text of the JSON object. As text it holds what no column of JSON can.</summary>
    public string Blob { get; init; } = "{}";

    /// <summary>
    /// The preferences that have a place in it, as they were when it was put: of those only what has changed since is written over it.
    /// </summary>
    public Dictionary<string, string> Seen { get; init; } = [];

    /// <summary>The presets as they were then.</summary>
    public string SeenPresets { get; init; } = "";

    /// <summary>When it was put first, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was put last, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The object.</summary>
    [JsonIgnore]
    public JsonElement Json => JsonElement.Parse(Blob);

    /// <summary>What tells presets of two moments apart.</summary>
    public static string CreateSnapshot(IEnumerable<Preset> presets, Guid? usual) =>
        string.Join('\n', presets.Select(preset => $"{preset.Id} {preset.Query} {preset.Name}").Append($"{usual}"));

    /// <summary>The preferences that have a place in it.</summary>
    public static Dictionary<string, string> CreateSnapshot(PreferenceSet set) =>
        LegacyPreferences.Mappings.ToDictionary(place => place.Preference.Name, place => set.GetValue(place.Preference));
}
