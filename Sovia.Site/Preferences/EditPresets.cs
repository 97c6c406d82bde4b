using Marten;
using Sovia.Library.Dates;

namespace Sovia.Preferences;

/// <summary>
/// Creates, changes, deletes and restores presets. Changes of a library are serialised, so that names stay unique and no change is lost.
/// </summary>
public sealed class EditPresets(ISessionFactory sessions, TimeProvider clock)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(30);

    /// <summary>Saves a query and view as a preset, at the end of the list.</summary>
    /// <param name="name">The name.</param>
    /// <param name="query">The query string of a gallery URL.</param>
    /// <param name="isDefault">Whether the gallery shows it if its URL specifies no query.</param>
    /// <param name="zone">The time zone of dates in the query.</param>
    /// <param name="ct">Cancels.</param>
    public Task<PresetResult> CreateAsync(string? name, string query, bool isDefault, TimeZoneInfo? zone, CancellationToken ct)
    {
        var (presetQuery, problem) = PresetQuery.Parse(query, clock.GetUtcNow(), zone);
        if (problem is not null) return Task.FromResult(new PresetResult(Preset: null, "query", problem));
        return RunAsync(change =>
        {
            if (change.Presets.Count >= Preset.MaxCount)
                return new(Preset: null, "name", $"A library can have at most {Preset.MaxCount} presets. Delete one first.");
            var preset = new Preset
            {
                Id = Guid.CreateVersion7(change.Now),
                Name = name ?? "",
                Query = $"{presetQuery}",
                Position = change.LastPosition + 1,
                CreatedAt = change.Now,
                UpdatedAt = change.Now
            };
            var result = change.Save(preset, name);
            if (isDefault && result.Preset is not null) change.Preferences = change.Preferences with { DefaultPreset = preset.Id };
            return result;
        }, ct);
    }

    /// <summary>Renames a preset.</summary>
    public Task<PresetResult> RenameAsync(Guid id, string? name, CancellationToken ct) =>
        RunAsync(change => change.Find(id) is { } preset ? change.Save(preset with { UpdatedAt = change.Now }, name)
            : PresetResult.NotFound, ct);

    /// <summary>Moves a preset by one position.</summary>
    /// <param name="id">The preset.</param>
    /// <param name="isUp">True to move it towards the top.</param>
    /// <param name="ct">Cancels.</param>
    public Task<PresetResult> MoveAsync(Guid id, bool isUp, CancellationToken ct) => RunAsync(change =>
    {
        if (change.Find(id) is not { } preset) return PresetResult.NotFound;
        var order = change.Presets.ToList();
        var index = order.IndexOf(preset);
        var newIndex = Math.Clamp(index + (isUp ? -1 : 1), 0, order.Count - 1);
        order.RemoveAt(index);
        order.Insert(newIndex, preset);
        for (var i = 0; i < order.Count; i++)
            if (order[i].Position != i) change.Store(order[i] with { Position = i });
        return new(preset);
    }, ct);

    /// <summary>Sets the preset that the gallery shows if its URL specifies no query.</summary>
    /// <param name="id">The preset; null for none.</param>
    /// <param name="ct">Cancels.</param>
    public Task<PresetResult> SetDefaultAsync(Guid? id, CancellationToken ct) => RunAsync(change =>
    {
        var preset = id is { } presetId ? change.Find(presetId) : null;
        if (id is not null && preset is null) return PresetResult.NotFound;
        change.Preferences = change.Preferences with { DefaultPreset = id };
        return new(preset);
    }, ct);

    /// <summary>Deletes a preset. It can be restored for 30 days.</summary>
    public Task<PresetResult> DeleteAsync(Guid id, CancellationToken ct) =>
        RunAsync(change => change.Find(id) is { } preset ? change.Delete(preset) : PresetResult.NotFound, ct);

    /// <summary>Restores a deleted preset at its position, under a different name if its own is taken.</summary>
    public Task<PresetResult> RestoreAsync(Guid id, CancellationToken ct) => RunAsync(change =>
    {
        if (change.Deleted.FirstOrDefault(preset => preset.Id == id) is not { } deleted) return PresetResult.NotFound;
        if (change.Presets.Count >= Preset.MaxCount)
            return new(Preset: null, "name", $"A library can have at most {Preset.MaxCount} presets. Delete one first.");
        return change.Save(deleted with { DeletedAt = null, UpdatedAt = change.Now }, change.MakeUniqueName(deleted.Name, deleted.Id));
    }, ct);

    private async Task<PresetResult> RunAsync(Func<PresetTransaction, PresetResult> work, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        var preferences = await PreferenceStore.LockAndLoadAsync(session, ct);
        var transaction = new PresetTransaction(session, preferences, await session.Query<Preset>().ToListAsync(ct),
            Microseconds.Truncate(clock.GetUtcNow()));
        var result = work(transaction);
        // Nothing was changed; disposing the session rolls the transaction back.
        if (result.Problem is not null || ReferenceEquals(result, PresetResult.NotFound)) return result;
        foreach (var expired in transaction.Deleted.Where(preset => preset.DeletedAt < transaction.Now - MaxAge)) session.Delete<Preset>(
            expired.Id);
        await PreferenceStore.SaveAsync(session, transaction.Preferences, transaction.Now, ct);
        return result;
    }
}
