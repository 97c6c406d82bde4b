using Marten;
using Sovia.Library;
using Sovia.Library.Dates;

namespace Sovia.Preferences;

/// <summary>
/// Changes preferences field by field: concurrent changes of different fields both apply, and of the same field the last one wins.
/// </summary>
public sealed class EditPreferences(ISessionFactory sessions, TimeProvider clock)
{
    /// <summary>Sets the given preferences and leaves all others unchanged.</summary>
    /// <param name="values">Values by name; null or blank for the default.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Errors by name; if there are any, nothing is changed.</returns>
    public async Task<IReadOnlyDictionary<string, string>> ChangeAsync(IReadOnlyDictionary<string, string?> values, CancellationToken ct)
    {
        var (changes, problems) = Validate(values);
        if (problems.Count > 0 || changes.Count == 0) return problems;
        await using var session = sessions.OpenSession();
        var current = await PreferenceStore.LockAndLoadAsync(session, ct);
        var updated = changes.Aggregate(current, (stored, change) => stored.WithValue(change.Key, change.Value));
        await PreferenceStore.SaveAsync(session, updated, Microseconds.Truncate(clock.GetUtcNow()), ct);
        return problems;
    }

    /// <summary>Resets every preference to its default. Presets stay.</summary>
    public async Task ResetAsync(CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        var current = await PreferenceStore.LockAndLoadAsync(session, ct);
        await PreferenceStore.SaveAsync(session, current with { Values = [] }, Microseconds.Truncate(clock.GetUtcNow()), ct);
    }

    private static (Dictionary<string, string?> Changes, Dictionary<string, string> Problems) Validate(
        IReadOnlyDictionary<string, string?> requested)
    {
        var (changes, problems) = (new Dictionary<string, string?>(), new Dictionary<string, string>());
        foreach (var (name, text) in requested)
        {
            if (PreferenceCatalog.Find(name) is not { } preference)
                problems[name] = $"Unknown preference: “{StorableText.SanitizeLine(name, 40)}”.";
            else if (string.IsNullOrWhiteSpace(text)) changes[name] = null;
            else if (preference.Normalize(text) is { } value) changes[name] = value;
            else problems[name] = preference.FormatError(text);
        }
        return (changes, problems);
    }
}
