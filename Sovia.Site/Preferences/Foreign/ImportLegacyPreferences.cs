using System.Text.Json;
using Marten;
using Sovia.Library.Dates;

namespace Sovia.Preferences.Foreign;

/// <summary>
/// Takes the preferences of 8xSovia: chooses what is known of them, makes and changes its presets, and keeps the whole for its own pages.
/// </summary>
public sealed class ImportLegacyPreferences(ISessionFactory sessions, TimeProvider clock)
{
    /// <summary>Takes them.</summary>
    /// <param name="blob">A JSON object of texts that are Unicode, as <see cref="IsValidUnicode"/> says.</param>
    /// <param name="isWhole">Whether they replace what was put before, so that a preset that is not in them any more was deleted there. An
    /// import deletes nothing.</param>
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
            // An import adds to what its pages have put, and what it left out is shown as it is here.
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

    /// <summary>Whether all texts in a JSON value are Unicode; half of a character is none.</summary>
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

    // Null where it was taken.
    private static string? Take(PresetTransaction change, LegacyPreset preset)
    {
        var known = Known(change, preset.Id);
        if (known is null && change.Presets.Count >= Preset.MaxCount) return $"A library has at most {Preset.MaxCount} presets.";
        // What 8xSovia was shown of a preset is not all of it.
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
