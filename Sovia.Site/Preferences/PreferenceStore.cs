using System.Text.Json;
using Marten;
using Npgsql;
using Sovia.Index.Versions;

namespace Sovia.Preferences;

/// <summary>Reads and writes the preferences and presets of a library, one transaction at a time.</summary>
internal static class PreferenceStore
{
    private const int LockKey = 0x53507265; // "SPre"

    /// <summary>Begins the session's transaction, waits for the lock and returns the current preferences.</summary>
    public static async Task<StoredPreferences> LockAndLoadAsync(IDocumentSession session, CancellationToken ct)
    {
        await session.BeginTransactionAsync(ct);
        await RunAsync(session,
            new("select pg_advisory_xact_lock($1, hashtext($2))")
            { Parameters = { new() { Value = LockKey }, new() { Value = session.TenantId } } }, ct);
        try
        {
            return await session.LoadAsync<StoredPreferences>(StoredPreferences.SingletonId, ct) ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }

    /// <summary>Saves preferences together with the session's other changes, and notifies every node.</summary>
    public static async Task SaveAsync(IDocumentSession session, StoredPreferences preferences, DateTimeOffset now, CancellationToken ct)
    {
        session.Store(preferences with { CreatedAt = preferences.CreatedAt == default ? now : preferences.CreatedAt, UpdatedAt = now });
        // A new row gets version 0, because the library has no annotations yet.
        await RunAsync(session, new($"""
            with next as (
                insert into sovia.library_state as s (tenant_id, version, preferences) values ($1, 0, gen_random_uuid())
                on conflict (tenant_id) do update set preferences = excluded.preferences
                returning 1)
            select pg_notify('{LibraryStateCache.Channel}', $1) from next
            """) { Parameters = { new() { Value = session.TenantId } } }, ct);
        await session.SaveChangesAsync(ct);
    }

    private static async Task RunAsync(IDocumentSession session, NpgsqlBatchCommand command, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(session.Connection) { BatchCommands = { command } };
        await batch.ExecuteNonQueryAsync(ct);
    }
}
