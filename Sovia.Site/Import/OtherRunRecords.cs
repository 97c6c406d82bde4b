using Marten;
using Npgsql;

namespace Sovia.Import;

/// <summary>
/// The times at which other runs last saw the source records of a run, if they imported them too. Read once per run: records are stored in
/// batches, so searching the batches of all other runs for each batch of this one would take quadratic time.
/// </summary>
internal sealed class OtherRunRecords
{
    private readonly Dictionary<(Guid Post, long Fingerprint), long> lastSeenByRecord = [];

    private OtherRunRecords()
    {
    }

    /// <summary>Reads the records. They stay valid while the import lock is held.</summary>
    public static async Task<OtherRunRecords> ReadAsync(IQuerySession session, Guid run, CancellationToken ct)
    {
        var others = new OtherRunRecords();
        var ownKeys = new HashSet<(Guid, long)>();
        await ReadAsync(session, run, "= $2", (post, fingerprint, _) => ownKeys.Add((post, fingerprint)), ct);
        if (ownKeys.Count == 0) return others;
        await ReadAsync(session, run, "<> $2", (post, fingerprint, at) =>
            { if (ownKeys.Contains((post, fingerprint))) others.Add(post, fingerprint, at); }, ct);
        return others;
    }

    /// <summary>Returns the time at which another run last saw the same source record; null if no other run has it.</summary>
    public long? FindLastSeen(Guid post, long fingerprint) =>
        lastSeenByRecord.TryGetValue((post, fingerprint), out var seenAt) ? seenAt : null;

    private void Add(Guid post, long fingerprint, long seenAt) =>
        lastSeenByRecord[(post, fingerprint)] = Math.Max(seenAt, lastSeenByRecord.GetValueOrDefault((post, fingerprint), long.MinValue));

    private static async Task ReadAsync(IQuerySession session, Guid run, string filter, Action<Guid, long, long> add, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            select u.post, u.mark, u.seen from sovia.run_statement r, unnest(r.posts, r.marks, r.seen) as u (post, mark, seen)
            where r.tenant_id = $1 and r.run_id {filter}
            """)
        {
            Parameters = { new() { Value = session.TenantId }, new() { Value = run } },
            CommandTimeout = 0,
        };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct)) add(reader.GetGuid(0), reader.GetInt64(1), reader.GetInt64(2));
    }
}
