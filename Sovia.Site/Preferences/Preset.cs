using System.Text.Json.Serialization;
using Sovia.Text;

namespace Sovia.Preferences;

/// <summary>A named query and view of the gallery.</summary>
public sealed record Preset
{
    /// <summary>The most characters of a name.</summary>
    public const int MaxNameLength = 50;

    /// <summary>The most presets of a library.</summary>
    public const int MaxCount = 200;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name, 1 to 50 characters, unique in its library whatever its case.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// What it shows and how, as an address writes it behind its question mark. What it leaves out is the usual, whatever its user prefers.
    /// </summary>
    public required string Query { get; init; }

    /// <summary>Its place in menus, the smallest first.</summary>
    public int Position { get; init; }

    /// <summary>The id by which 8xSovia knows it; null where it came from elsewhere.</summary>
    public string? ForeignId { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it was deleted, UTC; null where it was not. It can be restored for a month.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>What its name is compared by.</summary>
    [JsonIgnore]
    public string NameKey => TagText.ToKey(Name);

    /// <summary>A name in the form in which it is kept; null where it is none.</summary>
    public static string? NormalizeName(string? text) =>
        TagText.Normalize(text ?? "") is { } name && name.EnumerateRunes().Count() <= MaxNameLength ? name : null;
}
