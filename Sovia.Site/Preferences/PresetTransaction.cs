using Marten;

namespace Sovia.Preferences;

/// <summary>A change of a library's presets under the library's lock.</summary>
/// <param name="session">Stores the changes.</param>
/// <param name="preferences">The current preferences.</param>
/// <param name="all">The current presets, including deleted ones.</param>
/// <param name="now">The time of the change.</param>
internal sealed class PresetTransaction(IDocumentSession session, StoredPreferences preferences, IReadOnlyList<Preset> all,
    DateTimeOffset now)
{
    /// <summary>The presets, in order.</summary>
    public IReadOnlyList<Preset> Presets => SortByPosition(all);

    /// <summary>The deleted presets, last deleted first.</summary>
    public IReadOnlyList<Preset> Deleted => SelectDeleted(all);

    /// <summary>The preferences, to be stored with the presets.</summary>
    public StoredPreferences Preferences { get; set; } = preferences;

    /// <summary>The position of the last preset; -1 if there is none.</summary>
    public int LastPosition => Presets.Select(preset => preset.Position).DefaultIfEmpty(-1).Max();

    public DateTimeOffset Now => now;

    /// <summary>Returns the presets that are not deleted, in order.</summary>
    public static IReadOnlyList<Preset> SortByPosition(IEnumerable<Preset> all) =>
        [.. all.Where(preset => preset.DeletedAt is null).OrderBy(preset => preset.Position).ThenBy(preset => preset.Id)];

    /// <summary>Returns the deleted presets, last deleted first.</summary>
    public static IReadOnlyList<Preset> SelectDeleted(IEnumerable<Preset> all) =>
        [.. all.Where(preset => preset.DeletedAt is not null).OrderByDescending(preset => preset.DeletedAt).ThenBy(preset => preset.Id)];

    /// <summary>Returns the preset with this ID; null if there is none or it is deleted.</summary>
    public Preset? Find(Guid id) => all.FirstOrDefault(preset => preset.Id == id && preset.DeletedAt is null);

    /// <summary>Saves a preset under a name, or returns the problem with the name.</summary>
    public PresetResult Save(Preset preset, string? requestedName)
    {
        if (Preset.NormalizeName(requestedName) is not { } name)
            return new(null, "name", $"A name must have 1 to {Preset.MaxNameLength} characters.");
        var renamed = preset with { Name = name };
        if (Presets.Any(other => other.Id != renamed.Id && other.NameKey == renamed.NameKey))
            return new(null, "name", $"A preset called “{name}” already exists.");
        Store(renamed);
        return new(renamed);
    }

    /// <summary>Deletes a preset. If it was the default preset, the gallery has none afterwards.</summary>
    public PresetResult Delete(Preset preset)
    {
        Store(preset with { DeletedAt = now });
        if (Preferences.DefaultPreset == preset.Id) Preferences = Preferences with { DefaultPreset = null };
        return new(preset);
    }

    /// <summary>Returns the name, with a number appended if another preset has it.</summary>
    public string MakeUniqueName(string name, Guid id)
    {
        var usedKeys = Presets.Where(preset => preset.Id != id).Select(preset => preset.NameKey).ToHashSet(StringComparer.Ordinal);
        var candidate = name;
        for (var number = 2; usedKeys.Contains(Sovia.Text.TagText.ToKey(candidate)); number++) candidate = AppendSuffix(name, $" {number}");
        return candidate;
    }

    /// <summary>Stores a preset and adds it to <see cref="Presets"/>.</summary>
    public void Store(Preset preset)
    {
        session.Store(preset);
        all = [.. all.Where(existing => existing.Id != preset.Id), preset];
    }

    // Shortens the name to stay within the maximum length.
    private static string AppendSuffix(string name, string suffix)
    {
        var runes = name.EnumerateRunes().ToList();
        return string.Concat(runes.Take(Preset.MaxNameLength - suffix.Length).Select(rune => rune.ToString())).TrimEnd() + suffix;
    }
}
