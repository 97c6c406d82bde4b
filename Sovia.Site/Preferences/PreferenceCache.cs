using System.Collections.Concurrent;
using System.Text.Json;
using Marten;
using Sovia.Index.Versions;

namespace Sovia.Preferences;

/// <summary>Knows the preferences of each library, and reads them again when they have changed, here or on another node.</summary>
public sealed partial class PreferenceCache(ISessionFactory sessions, LibraryStateCache version, ILogger<PreferenceCache> logger)
{
    private readonly ConcurrentDictionary<string, (string Stamp, PreferenceSet Set)> known = new();

    /// <summary>The preferences of the current library as they are now.</summary>
    public async ValueTask<PreferenceSet> GetCurrentAsync(CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        var stamp = (await version.GetCurrentAsync(session.TenantId, ct)).PreferenceStamp;
        if (stamp.Length == 0) return PreferenceSet.None;
        if (known.TryGetValue(session.TenantId, out var last) && last.Stamp == stamp) return last.Set;
        // What is read may be newer than the stamp, never older: the next stamp has it read again.
        var set = await ReadAsync(session, ct);
        known[session.TenantId] = (stamp, set);
        return set;
    }

    /// <summary>The preferences as they were last known, for what must not wait for the database.</summary>
    public PreferenceSet GetLastKnown()
    {
        using var session = sessions.QuerySession();
        return known.TryGetValue(session.TenantId, out var last) ? last.Set : PreferenceSet.None;
    }

    private async Task<PreferenceSet> ReadAsync(IQuerySession session, CancellationToken ct)
    {
        try
        {
            return PreferenceSet.Create(await session.LoadAsync<StoredPreferences>(StoredPreferences.SingletonId, ct) ?? new(),
                await session.Query<Preset>().ToListAsync(ct));
        }
        catch (JsonException e)
        {
            // Somebody wrote it who is not this program. No page fails for it; the next choice writes it anew.
            LogUnreadable(session.TenantId, e.Message);
            return PreferenceSet.None with { IsUnreadable = true };
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The preferences of library {Library} are unreadable, and defaults apply: {Reason}")]
    private partial void LogUnreadable(string library, string reason);
}
