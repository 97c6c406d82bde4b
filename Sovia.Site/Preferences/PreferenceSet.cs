using System.Collections.Frozen;
using System.Globalization;
using Sovia.Library.Browsing;
using Sovia.Library.Dates;
using Sovia.Query;
using Sovia.Text;

namespace Sovia.Preferences;

/// <summary>What the user of a library prefers, as pages apply it: chosen values that are valid, and defaults for all others.</summary>
public sealed record PreferenceSet
{
    /// <summary>A library where nothing was chosen.</summary>
    public static readonly PreferenceSet None = Create(new(), []);

    private FrozenDictionary<string, string> Chosen { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Stored values that are none, with a sentence about each. The default is used in their place.</summary>
    public IReadOnlyList<(Preference Preference, string Reason)> InvalidValues { get; private init; } = [];

    /// <summary>Whether the stored document as a whole could not be read, so that defaults apply.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>The order and the unit of an address that names none.</summary>
    public QueryDefaults Defaults { get; private init; } = QueryDefaults.Standard;

    /// <summary>How many cards a page has.</summary>
    public int PageSize { get; private init; } = FamilyPage.Size;

    /// <summary>Whether cards play.</summary>
    public bool HoverPreview { get; private init; } = true;

    /// <summary>Whether posts play.</summary>
    public bool Autoplay { get; private init; }

    /// <summary>Whose days dates mean; null for those of the browser.</summary>
    public TimeZoneInfo? TimeZone { get; private init; }

    /// <summary>After how many days the trash is cleared of a post; null for never.</summary>
    public int? TrashDays { get; private init; } = 30;

    /// <summary>The presets in their order.</summary>
    public IReadOnlyList<Preset> Presets { get; private init; } = [];

    /// <summary>Presets that were deleted and can be restored, the last first.</summary>
    public IReadOnlyList<Preset> DeletedPresets { get; private init; } = [];

    /// <summary>The preset that the gallery shows where its address names nothing; null for none.</summary>
    public Preset? DefaultPreset { get; private init; }

    /// <summary>The preferences and presets of a library.</summary>
    /// <param name="stored">What was chosen.</param>
    /// <param name="presets">Its presets, deleted ones too.</param>
    public static PreferenceSet Create(StoredPreferences stored, IReadOnlyList<Preset> presets)
    {
        var (chosen, unusable) = (new Dictionary<string, string>(), new List<(Preference, string)>());
        foreach (var preference in PreferenceCatalog.All)
        {
            if (stored.GetText(preference.Name) is not { } text) continue;
            if (preference.Normalize(text) is { } value) chosen[preference.Name] = value;
            else unusable.Add((preference, preference.FormatError(text)));
        }
        var set = new PreferenceSet { Chosen = chosen.ToFrozenDictionary(), InvalidValues = unusable };
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

    /// <summary>The preset of an id or a name; null where there is none.</summary>
    public Preset? FindPreset(string text) =>
        Presets.FirstOrDefault(preset => preset.Id.ToString() == text)
        ?? Presets.FirstOrDefault(preset => preset.NameKey == TagText.ToKey(text.Trim()));

    /// <summary>The value that was chosen; null where none was.</summary>
    public string? GetChosenValue(Preference preference) => Chosen.GetValueOrDefault(preference.Name);

    /// <summary>The value that applies.</summary>
    public string GetValue(Preference preference) => GetChosenValue(preference) ?? preference.Default;
}
