using System.Collections.Frozen;
using System.Globalization;
using Sovia.Library.Browsing;
using Sovia.Library.Dates;
using Sovia.Query;
using Sovia.Query.Language;
using Sovia.Text;

namespace Sovia.Preferences;

/// <summary>The effective preferences of a library: its valid chosen values, and defaults for all others.</summary>
public sealed record PreferenceSet
{
    /// <summary>The preferences of a library without chosen values.</summary>
    public static readonly PreferenceSet None = Create(new(), []);

    private FrozenDictionary<string, string> ChosenValues { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Stored values that are invalid, with a sentence about each. Their defaults apply.</summary>
    public IReadOnlyList<(Preference Preference, string Reason)> InvalidValues { get; private init; } = [];

    /// <summary>Whether the stored document is unreadable, so that all defaults apply.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>The sort order and unit for URLs that set none.</summary>
    public QueryDefaults Defaults { get; private init; } = QueryDefaults.Standard;

    /// <summary>The number of cards on a page.</summary>
    public int PageSize { get; private init; } = FamilyPage.Size;

    /// <summary>Whether cards play their videos.</summary>
    public bool HoverPreview { get; private init; } = true;

    /// <summary>Whether the page of a post plays its video.</summary>
    public bool Autoplay { get; private init; }

    /// <summary>The time zone of dates; null for the browser's.</summary>
    public TimeZoneInfo? TimeZone { get; private init; }

    /// <summary>The number of days until posts in the trash expire; null for never.</summary>
    public int? TrashDays { get; private init; } = 30;

    /// <summary>The presets, in order.</summary>
    public IReadOnlyList<Preset> Presets { get; private init; } = [];

    /// <summary>Deleted presets that can be restored, last deleted first.</summary>
    public IReadOnlyList<Preset> DeletedPresets { get; private init; } = [];

    /// <summary>The preset that the gallery shows if its URL specifies no query; null for none.</summary>
    public Preset? DefaultPreset { get; private init; }

    /// <summary>Creates the effective preferences of a library.</summary>
    /// <param name="stored">The stored preferences.</param>
    /// <param name="presets">The library's presets, including deleted ones.</param>
    public static PreferenceSet Create(StoredPreferences stored, IReadOnlyList<Preset> presets)
    {
        // Preferences are cached for all requests, so their validity must not depend on the collections of one request.
        using var entered = NamedCollections.TolerateUnknown();
        var (chosenValues, invalidValues) = (new Dictionary<string, string>(), new List<(Preference, string)>());
        foreach (var preference in PreferenceCatalog.All)
        {
            if (stored.GetText(preference.Name) is not { } text) continue;
            if (preference.Normalize(text) is { } value) chosenValues[preference.Name] = value;
            else invalidValues.Add((preference, preference.FormatError(text)));
        }
        var set = new PreferenceSet { ChosenValues = chosenValues.ToFrozenDictionary(), InvalidValues = invalidValues };
        return set with
        {
            Defaults = new(
                SortBy.All.First(sort => sort.Name == set.GetValue(PreferenceCatalog.Sort)),
                QueryParameterNames.Units.First(unit => unit.Name == set.GetValue(PreferenceCatalog.Unit)).Unit),
            PageSize = int.Parse(set.GetValue(PreferenceCatalog.PageSize), CultureInfo.InvariantCulture),
            HoverPreview = set.GetValue(PreferenceCatalog.HoverPreview) == "on",
            Autoplay = set.GetValue(PreferenceCatalog.Autoplay) == "on",
            Presets = PresetTransaction.SortByPosition(presets),
            DeletedPresets = PresetTransaction.SelectDeleted(presets),
            DefaultPreset = presets.FirstOrDefault(preset => preset.DeletedAt is null && preset.Id == stored.DefaultPreset),
            TrashDays = int.TryParse(set.GetValue(PreferenceCatalog.TrashDays), CultureInfo.InvariantCulture, out var days) ? days : null,
            TimeZone = TimeZones.FindById(set.GetValue(PreferenceCatalog.TimeZone)),
        };
    }

    /// <summary>Returns the preset with this ID or name; null if there is none.</summary>
    public Preset? FindPreset(string text) =>
        Presets.FirstOrDefault(preset => preset.Id.ToString() == text)
        ?? Presets.FirstOrDefault(preset => preset.NameKey == TagText.ToKey(text.Trim()));

    /// <summary>Returns the chosen value; null if there is none.</summary>
    public string? GetChosenValue(Preference preference) => ChosenValues.GetValueOrDefault(preference.Name);

    /// <summary>Returns the effective value.</summary>
    public string GetValue(Preference preference) => GetChosenValue(preference) ?? preference.Default;
}
