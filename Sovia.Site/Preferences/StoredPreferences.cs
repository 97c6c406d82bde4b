using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sovia.Preferences;

/// <summary>The stored preferences of a library, in one document.</summary>
public sealed record StoredPreferences
{
    /// <summary>The ID of the library's only document.</summary>
    public const string SingletonId = "preferences";

    /// <summary>The ID, always <see cref="SingletonId"/>.</summary>
    public string Id { get; init; } = SingletonId;

    /// <summary>The chosen values by name, as any JSON: an invalid value makes only its own preference fall back to the default.</summary>
    public Dictionary<string, JsonElement> Values { get; init; } = [];

    /// <summary>ID of the preset that the gallery shows if its URL specifies no query; null for none.</summary>
    public Guid? DefaultPreset { get; init; }

    /// <summary>The time of the first choice, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The time of the last change, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Returns a chosen value as text; null if there is none.</summary>
    public string? GetText(string name) =>
        Values.TryGetValue(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
        ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()
        : null;

    /// <summary>Returns a copy with a value set; null for the default.</summary>
    public StoredPreferences WithValue(string name, string? value)
    {
        var values = Values.Where(pair => pair.Key != name).ToDictionary();
        if (value is not null) values[name] = JsonSerializer.SerializeToElement(value);
        return this with { Values = values };
    }

    /// <summary>Whether any value is chosen.</summary>
    [JsonIgnore]
    public bool IsEmpty => Values.Count == 0;
}
