using System.Text.Json;
using Marten;
using Sovia.Library;

namespace Sovia.Preferences.Foreign;

/// <summary>Takes the preferences of 8xSovia: chooses what is known of them, makes and changes its presets, and keeps the whole for its own pages.</summary>
public sealed class TakeForeign(ISessionFactory sessions, TimeProvider clock)
{
    /// <summary>Takes them.</summary>
    /// <param name="blob">A JSON object of texts that are Unicode, as <see cref="IsLegible"/> says.</param>
    /// <param name="isWhole">Whether they replace what was put before, so that a preset that is not in them any more was deleted there. An import deletes nothing.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ForeignReport> RunAsync(JsonElement blob, bool isWhole, CancellationToken ct)
    {
        var read = ForeignBlob.Read(blob);
        await using var session = sessions.OpenSession();
        var preferences = await PreferenceRows.LoadAsync(session, ct);
        var before = await session.LoadAsync<StoredForeign>(StoredForeign.Only, ct);
        var change = new PresetChange(session, read.Values.Aggregate(preferences, (stored, value) => stored.With(value.Key, value.Value)), await session.Query<Preset>().ToListAsync(ct), Microseconds.Of(clock.GetUtcNow()));
        var made = new List<string>();
        foreach (var preset in read.Presets ?? [])
            if (Take(change, preset) is { } problem) read.Refused.Add($"{preset.Name}: {problem}");
            else made.Add(preset.Name);
        var gone = isWhole && before is not null && read.Presets is not null ? Gone(change, before.Json, read.Presets) : [];
        var usual = read.DefaultPreset is { } id ? Known(change, id)?.Id : null;
        if (read.SaysDefault && (isWhole || usual is not null)) change.Preferences = change.Preferences with { DefaultPreset = usual };
        session.Store(new StoredForeign
        {
            // An import adds to what its pages have put, and what it left out is shown as it is here.
            Blob = isWhole || before is null ? blob.GetRawText() : ForeignBlob.Merged(before.Json, blob),
            Seen = isWhole ? StoredForeign.SeenOf(PreferenceSet.Of(change.Preferences, [])) : before?.Seen ?? [],
            SeenPresets = isWhole ? StoredForeign.SeenOf(change.Presets, change.Preferences.DefaultPreset) : before?.SeenPresets ?? "",
            CreatedAt = before?.CreatedAt ?? change.Now,
            UpdatedAt = change.Now,
        });
        await PreferenceRows.SaveAsync(session, change.Preferences, change.Now, ct);
        return new([.. read.Values.Keys.Select(name => KnownPreference.Named(name)!.Title)], made, gone, read.Unknown, read.Refused);
    }

    /// <summary>Whether all texts in a JSON value are Unicode; half of a character is none.</summary>
    public static bool IsLegible(JsonElement json)
    {
        try
        {
            return json.ValueKind switch
            {
                JsonValueKind.Object => json.EnumerateObject().All(property => property.Name is not null && IsLegible(property.Value)),
                JsonValueKind.Array => json.EnumerateArray().All(IsLegible),
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
    private static string? Take(PresetChange change, ForeignPreset preset)
    {
        var known = Known(change, preset.Id);
        if (known is null && change.Presets.Count >= Preset.Most) return $"A library has at most {Preset.Most} presets.";
        // What 8xSovia was shown of a preset is not all of it.
        var isSame = known is not null && ForeignFilters.AreOf(preset.Filters, known.Query);
        if (isSame && known!.Name == preset.Name) return null;
        var (query, problem) = isSame ? (null, null) : PresetQuery.Read(preset.Query, change.Now, null);
        if (problem is not null) return problem;
        var taken = known ?? new() { Id = Guid.CreateVersion7(change.Now), Name = "", Query = "", Position = change.Last + 1, ForeignId = preset.Id, CreatedAt = change.Now, UpdatedAt = change.Now };
        return change.Keep(taken with { Query = query is null ? taken.Query : $"{query}", UpdatedAt = change.Now }, change.FreeName(preset.Name, taken.Id)).Problem;
    }

    private static List<string> Gone(PresetChange change, JsonElement before, IReadOnlyList<ForeignPreset> now)
    {
        var gone = ForeignBlob.IdsOf(before).Except(now.Select(preset => preset.Id)).Select(id => Known(change, id)).OfType<Preset>().ToList();
        foreach (var preset in gone) change.Delete(preset);
        return [.. gone.Select(preset => preset.Name)];
    }

    private static Preset? Known(PresetChange change, string id) => change.Presets.FirstOrDefault(preset => preset.ForeignId == id || preset.Id.ToString() == id);
}
