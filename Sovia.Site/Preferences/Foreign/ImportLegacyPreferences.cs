using System.Text.Json;
using Marten;
using Sovia.Library.Dates;

namespace Sovia.Preferences.Foreign;

/// <summary>
/// Imports the preferences of 8xSovia: sets the supported ones, creates and changes its presets, and stores the original JSON for its own
/// pages.
/// </summary>
public sealed class ImportLegacyPreferences(ISessionFactory sessions, TimeProvider clock)
{
    /// <summary>Imports the preferences.</summary>
    /// <param name="blob">A JSON object that passes <see cref="IsValidUnicode"/>.</param>
    /// <param name="isWhole">Whether they replace those stored before, so that presets missing from them are deleted. An import deletes
    /// nothing.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<LegacyPreferencesReport> RunAsync(JsonElement blob, bool isWhole, CancellationToken ct)
    {
        var read = LegacyPreferences.Read(blob);
        await using var session = sessions.OpenSession();
        var preferences = await PreferenceStore.LockAndLoadAsync(session, ct);
        var before = await session.LoadAsync<StoredLegacyPreferences>(StoredLegacyPreferences.SingletonId, ct);
        var change = new PresetTransaction(session,
            read.Values.Aggregate(preferences, (stored, value) => stored.WithValue(value.Key, value.Value)), await session.Query<Preset>()
            .ToListAsync(ct), Microseconds.Truncate(clock.GetUtcNow()));
        var made = new List<string>();
        foreach (var preset in read.Presets ?? [])
            if (Take(change, preset) is { } problem) read.Errors.Add($"{preset.Name}: {problem}");
            else made.Add(preset.Name);
        var gone = isWhole && before is not null && read.Presets is not null ? Gone(change, before.Json, read.Presets) : [];
        var usual = read.DefaultPreset is { } id ? Known(change, id)?.Id : null;
        if (read.HasDefaultPreset && (isWhole || usual is not null)) change.Preferences = change.Preferences with { DefaultPreset = usual };
        session.Store(new StoredLegacyPreferences
        {
            // An import is merged into the JSON stored before, and preferences it omits are shown with Sovia's current values.
            Blob = isWhole || before is null ? blob.GetRawText() : LegacyPreferences.Merge(before.Json, blob),
            Seen = isWhole ? StoredLegacyPreferences.CreateSnapshot(PreferenceSet.Create(change.Preferences, [])) : before?.Seen ?? [],
            SeenPresets = isWhole ? StoredLegacyPreferences.CreateSnapshot(change.Presets, change.Preferences.DefaultPreset)
            : before?.SeenPresets ?? "",
            CreatedAt = before?.CreatedAt ?? change.Now,
            UpdatedAt = change.Now,
        });
        await PreferenceStore.SaveAsync(session, change.Preferences, change.Now, ct);
        return new([.. read.Values.Keys.Select(name => PreferenceCatalog.Find(name)!.Title)], made, gone, read.UnknownNames, read.Errors);
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
    private static string? Take(PresetTransaction change, LegacyPreset preset)
    {
        var known = Known(change, preset.Id);
        if (known is null && change.Presets.Count >= Preset.MaxCount) return $"A library has at most {Preset.MaxCount} presets.";
        // 8xSovia sees only a part of a preset's query, so an unchanged part must not replace the whole.
        var isSame = known is not null && LegacyFilters.MatchesQuery(preset.Filters, known.Query);
        if (isSame && known!.Name == preset.Name) return null;
        var (query, problem) = isSame ? (null, null) : PresetQuery.Parse(preset.Query, change.Now, null);
        if (problem is not null) return problem;
        var taken = known ?? new()
        {
            Id = Guid.CreateVersion7(change.Now),
            Name = "",
            Query = "",
            Position = change.LastPosition + 1,
            ForeignId = preset.Id,
            CreatedAt = change.Now,
            UpdatedAt = change.Now
        };
        return change.Save(taken with { Query = query is null ? taken.Query : $"{query}", UpdatedAt = change.Now },
            change.MakeUniqueName(preset.Name, taken.Id)).Problem;
    }

    private static List<string> Gone(PresetTransaction change, JsonElement before, IReadOnlyList<LegacyPreset> now)
    {
        var gone = LegacyPreferences.ReadPresetIds(before).Except(now.Select(preset => preset.Id)).Select(id => Known(change, id))
            .OfType<Preset>().ToList();
        foreach (var preset in gone) change.Delete(preset);
        return [.. gone.Select(preset => preset.Name)];
    }

    private static Preset? Known(PresetTransaction change, string id) =>
        change.Presets.FirstOrDefault(preset => preset.ForeignId == id || preset.Id.ToString() == id);
}
