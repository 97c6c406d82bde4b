using System.Collections.Concurrent;
using System.Text.Json;
using Marten;
using Sovia.Index.Versions;

namespace Sovia.Preferences;

/// <summary>Caches the preferences of each library until they change, on this or another node.</summary>
public sealed partial class PreferenceCache(ISessionFactory sessions, LibraryStateCache version, ILogger<PreferenceCache> logger)
{
    private readonly ConcurrentDictionary<string, (string Stamp, PreferenceSet Set)> cachedSets = new();

    /// <summary>Returns the current preferences of the current library.</summary>
    public async ValueTask<PreferenceSet> GetCurrentAsync(CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        var stamp = (await version.GetCurrentAsync(session.TenantId, ct)).PreferenceStamp;
        if (stamp.Length == 0) return PreferenceSet.None;
        if (cachedSets.TryGetValue(session.TenantId, out var cached) && cached.Stamp == stamp) return cached.Set;
        // The preferences may be newer than the stamp but never older; if newer, the next stamp causes another read.
        var set = await ReadAsync(session, ct);
        cachedSets[session.TenantId] = (stamp, set);
        return set;
    }

    /// <summary>Returns the cached preferences, for callers that must not wait for the database.</summary>
    public PreferenceSet GetLastKnown()
    {
        using var session = sessions.QuerySession();
        return cachedSets.TryGetValue(session.TenantId, out var cached) ? cached.Set : PreferenceSet.None;
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
            // The document was edited by other software. Pages use the defaults, and the next change replaces it.
            LogUnreadable(session.TenantId, e.Message);
            return PreferenceSet.None with { IsUnreadable = true };
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The preferences of library {Library} are unreadable, and defaults apply: {Reason}")]
    private partial void LogUnreadable(string library, string reason);
}
