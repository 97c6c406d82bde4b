using Marten;

namespace Sovia.Preferences;

/// <summary>A change of the presets of a library that nobody else changes meanwhile.</summary>
/// <param name="session">Stores what is changed.</param>
/// <param name="preferences">The preferences as they are.</param>
/// <param name="all">The presets as they are, deleted ones too.</param>
/// <param name="now">The time of the change.</param>
internal sealed class PresetTransaction(IDocumentSession session, StoredPreferences preferences, IReadOnlyList<Preset> all,
    DateTimeOffset now)
{
    /// <summary>The presets in their order.</summary>
    public IReadOnlyList<Preset> Presets => SortByPosition(all);

    /// <summary>Those that were deleted, the last first.</summary>
    public IReadOnlyList<Preset> Deleted => SelectDeleted(all);

    /// <summary>The preferences, to be stored with the presets.</summary>
    public StoredPreferences Preferences { get; set; } = preferences;

    /// <summary>The place of the last preset; -1 where there is none.</summary>
    public int LastPosition => Presets.Select(one => one.Position).DefaultIfEmpty(-1).Max();

    /// <summary>The time of the change.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Those that are there, in their order.</summary>
    public static IReadOnlyList<Preset> SortByPosition(IEnumerable<Preset> all) =>
        [.. all.Where(one => one.DeletedAt is null).OrderBy(one => one.Position).ThenBy(one => one.Id)];

    /// <summary>Those that were deleted, the last first.</summary>
    public static IReadOnlyList<Preset> SelectDeleted(IEnumerable<Preset> all) =>
        [.. all.Where(one => one.DeletedAt is not null).OrderByDescending(one => one.DeletedAt).ThenBy(one => one.Id)];

    /// <summary>The preset of an id; null where there is none.</summary>
    public Preset? Find(Guid id) => all.FirstOrDefault(one => one.Id == id && one.DeletedAt is null);

    /// <summary>Keeps a preset under a name, or says why not.</summary>
    public PresetResult Save(Preset preset, string? asked)
    {
        if (Preset.NormalizeName(asked) is not { } name)
            return new(null, "name", $"A name must have 1 to {Preset.MaxNameLength} characters.");
        var named = preset with { Name = name };
        if (Presets.Any(other => other.Id != named.Id && other.NameKey == named.NameKey))
            return new(null, "name", $"A preset called “{name}” already exists.");
        Store(named);
        return new(named);
    }

    /// <summary>Deletes a preset. The gallery does not show it any more where its address names nothing.</summary>
    public PresetResult Delete(Preset preset)
    {
        Store(preset with { DeletedAt = now });
        if (Preferences.DefaultPreset == preset.Id) Preferences = Preferences with { DefaultPreset = null };
        return new(preset);
    }

    /// <summary>A name, or with a number behind it where another preset has it.</summary>
    public string MakeUniqueName(string name, Guid id)
    {
        var taken = Presets.Where(one => one.Id != id).Select(one => one.NameKey).ToHashSet(StringComparer.Ordinal);
        var free = name;
        for (var number = 2; taken.Contains(Sovia.Text.TagText.ToKey(free)); number++) free = Numbered(name, $" {number}");
        return free;
    }

    /// <summary>Stores a preset, which is then one of those that are there.</summary>
    public void Store(Preset preset)
    {
        session.Store(preset);
        all = [.. all.Where(one => one.Id != preset.Id), preset];
    }

    // No longer than a name may be.
    private static string Numbered(string name, string end)
    {
        var runes = name.EnumerateRunes().ToList();
        return string.Concat(runes.Take(Preset.MaxNameLength - end.Length).Select(rune => rune.ToString())).TrimEnd() + end;
    }
}
