using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sovia.Preferences;

/// <summary>What the user of a library prefers: one document a library.</summary>
public sealed record StoredPreferences
{
    /// <summary>The id of the only one.</summary>
    public const string SingletonId = "preferences";

    /// <summary>Its id.</summary>
    public string Id { get; init; } = SingletonId;

    /// <summary>What was chosen, by name. Any JSON: a value that is none of the preference's falls back to its default alone.</summary>
    public Dictionary<string, JsonElement> Values { get; init; } = [];

    /// <summary>The preset that the gallery shows where its address names nothing; null for none.</summary>
    public Guid? DefaultPreset { get; init; }

    /// <summary>When anything was chosen first, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>A chosen value as text; null where none is chosen.</summary>
    public string? GetText(string name) =>
        Values.TryGetValue(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
        ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()
        : null;

    /// <summary>With a value chosen; null for the default.</summary>
    public StoredPreferences WithValue(string name, string? value)
    {
        var values = Values.Where(pair => pair.Key != name).ToDictionary();
        if (value is not null) values[name] = JsonSerializer.SerializeToElement(value);
        return this with { Values = values };
    }

    /// <summary>Whether anything is chosen.</summary>
    [JsonIgnore]
    public bool IsEmpty => Values.Count == 0;
}
