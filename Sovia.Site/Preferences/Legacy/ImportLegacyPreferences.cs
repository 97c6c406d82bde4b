using System.Text.Json;
using Marten;
using Sovia.Library.Dates;

namespace Sovia.Preferences.Legacy;

/// <summary>
/// Imports the preferences of 8xSovia: sets the supported ones, creates and changes its presets, and stores the original JSON for its own
/// pages.
/// </summary>
public sealed class ImportLegacyPreferences(ISessionFactory sessions, TimeProvider clock)
{
    /// <summary>Imports the preferences.</summary>
    /// <param name="blob">A JSON object that passes <see cref="IsValidUnicode"/>.</param>
    /// <param name="replacesStored">Whether they replace those stored before, so that presets missing from them are deleted. An import
    /// deletes nothing.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<LegacyPreferencesReport> RunAsync(JsonElement blob, bool replacesStored, CancellationToken ct)
    {
        var legacy = LegacyPreferences.Read(blob);
        await using var session = sessions.OpenSession();
        var preferences = await PreferenceStore.LockAndLoadAsync(session, ct);
        var previous = await session.LoadAsync<StoredLegacyPreferences>(StoredLegacyPreferences.SingletonId, ct);
        var change = new PresetTransaction(session,
            legacy.Values.Aggregate(preferences, (stored, value) => stored.WithValue(value.Key, value.Value)), await session.Query<Preset>()
            .ToListAsync(ct), Microseconds.Truncate(clock.GetUtcNow()));
        var importedNames = new List<string>();
        foreach (var preset in legacy.Presets ?? [])
            if (ImportPreset(change, preset) is { } problem) legacy.Errors.Add($"{preset.Name}: {problem}");
            else importedNames.Add(preset.Name);
        var deletedNames = replacesStored && previous is not null && legacy.Presets is not null
            ? DeleteMissing(change, previous.Json, legacy.Presets) : [];
        var defaultPresetId = legacy.DefaultPreset is { } id ? FindPreset(change, id)?.Id : null;
        if (legacy.HasDefaultPreset && (replacesStored || defaultPresetId is not null)) change.Preferences =
            change.Preferences with { DefaultPreset = defaultPresetId };
        session.Store(new StoredLegacyPreferences
        {
            // An import is merged into the JSON stored before, and preferences it omits are shown with Sovia's current values.
            Blob = replacesStored || previous is null ? blob.GetRawText() : LegacyPreferences.Merge(previous.Json, blob),
            Seen = replacesStored ? StoredLegacyPreferences.CreateSnapshot(PreferenceSet.Create(change.Preferences, []))
                : previous?.Seen ?? [],
            SeenPresets = replacesStored ? StoredLegacyPreferences.CreateSnapshot(change.Presets, change.Preferences.DefaultPreset)
            : previous?.SeenPresets ?? "",
            CreatedAt = previous?.CreatedAt ?? change.Now,
            UpdatedAt = change.Now,
        });
        await PreferenceStore.SaveAsync(session, change.Preferences, change.Now, ct);
        return new([.. legacy.Values.Keys.Select(name => PreferenceCatalog.Find(name)!.Title)], importedNames, deletedNames,
            legacy.UnknownNames, legacy.Errors);
    }

    /// <summary>Returns whether all strings in a JSON value are valid Unicode, without unpaired surrogates.</summary>
    public static bool IsValidUnicode(JsonElement json)
    {
        try
        {
            return json.ValueKind switch
            {
                JsonValueKind.Object => json.EnumerateObject().All(property => property.Name is not null && IsValidUnicode(property.Value)),
                JsonValueKind.Array => json.EnumerateArray().All(IsValidUnicode),
                JsonValueKind.String => json.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    // Returns the problem; null if the preset was imported.
    private static string? ImportPreset(PresetTransaction change, LegacyPreset preset)
    {
        var existing = FindPreset(change, preset.Id);
        if (existing is null && change.Presets.Count >= Preset.MaxCount) return $"A library has at most {Preset.MaxCount} presets.";
        // 8xSovia sees only a part of a preset's query, so an unchanged part must not replace the whole.
        var isSame = existing is not null && LegacyFilters.MatchesQuery(preset.Filters, existing.Query);
        if (isSame && existing!.Name == preset.Name) return null;
        var (query, problem) = isSame ? (null, null) : PresetQuery.Parse(preset.Query, change.Now, null);
        if (problem is not null) return problem;
        var target = existing ?? new()
        {
            Id = Guid.CreateVersion7(change.Now),
            Name = "",
            Query = "",
            Position = change.LastPosition + 1,
            ForeignId = preset.Id,
            CreatedAt = change.Now,
            UpdatedAt = change.Now
        };
        return change.Save(target with { Query = query is null ? target.Query : $"{query}", UpdatedAt = change.Now },
            change.MakeUniqueName(preset.Name, target.Id)).Problem;
    }

    private static List<string> DeleteMissing(PresetTransaction change, JsonElement stored, IReadOnlyList<LegacyPreset> current)
    {
        var stale = LegacyPreferences.ReadPresetIds(stored).Except(current.Select(preset => preset.Id)).Select(id => FindPreset(change, id))
            .OfType<Preset>().ToList();
        foreach (var preset in stale) change.Delete(preset);
        return [.. stale.Select(preset => preset.Name)];
    }

    private static Preset? FindPreset(PresetTransaction change, string id) =>
        change.Presets.FirstOrDefault(preset => preset.ForeignId == id || preset.Id.ToString() == id);
}
