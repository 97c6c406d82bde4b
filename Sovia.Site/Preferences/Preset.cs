using System.Text.Json.Serialization;
using Sovia.Text;

namespace Sovia.Preferences;

/// <summary>A named query and view of the gallery.</summary>
public sealed record Preset
{
    /// <summary>The maximum length of a name, in characters.</summary>
    public const int MaxNameLength = 50;

    /// <summary>The maximum number of presets in a library.</summary>
    public const int MaxCount = 200;

    /// <summary>The ID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name: 1 to 50 characters, unique in its library ignoring case.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The query and view as the query string of a URL. Omitted parameters mean the standard defaults, regardless of the user's
    /// preferences.
    /// </summary>
    public required string Query { get; init; }

    /// <summary>The position in menus, smallest first.</summary>
    public int Position { get; init; }

    /// <summary>The ID in 8xSovia; null if the preset does not come from there.</summary>
    public string? ForeignId { get; init; }

    /// <summary>Creation time, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Time of the last change, UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The time of deletion, UTC; null if not deleted. A deleted preset can be restored for 30 days.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The name in the form used for comparison.</summary>
    [JsonIgnore]
    public string NameKey => TagText.ToKey(Name);

    /// <summary>Normalises a name; returns null if it is invalid.</summary>
    public static string? NormalizeName(string? text) =>
        TagText.Normalize(text ?? "") is { } name && name.EnumerateRunes().Count() <= MaxNameLength ? name : null;
}
