using Marten;
using Npgsql;

namespace Sovia.Import;

/// <summary>
/// When other runs last saw the source records of a run, for those they brought too. Read once for the whole run: records are stored in
/// batches, so searching the batches of all other runs for each batch of this one would take quadratic time.
/// </summary>
internal sealed class OtherRunRecords
{
    private readonly Dictionary<(Guid Post, long Mark), long> seen = [];

    private OtherRunRecords()
    {
    }

    /// <summary>Reads the records. They stay valid while the import lock is held.</summary>
    public static async Task<OtherRunRecords> ReadAsync(IQuerySession session, Guid run, CancellationToken ct)
    {
        var others = new OtherRunRecords();
        var own = new HashSet<(Guid, long)>();
        await ReadAsync(session, run, "= $2", (post, mark, _) => own.Add((post, mark)), ct);
        if (own.Count == 0) return others;
        await ReadAsync(session, run, "<> $2", (post, mark, at) => { if (own.Contains((post, mark))) others.Add(post, mark, at); }, ct);
        return others;
    }

    /// <summary>Returns when another run last saw the same source record; null if none did.</summary>
    public long? FindLastSeen(Guid post, long mark) => seen.TryGetValue((post, mark), out var at) ? at : null;

    private void Add(Guid post, long mark, long at) =>
        seen[(post, mark)] = Math.Max(at, seen.GetValueOrDefault((post, mark), long.MinValue));

    private static async Task ReadAsync(IQuerySession session, Guid run, string whose, Action<Guid, long, long> take, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            select u.post, u.mark, u.seen from sovia.run_statement r, unnest(r.posts, r.marks, r.seen) as u (post, mark, seen)
            where r.tenant_id = $1 and r.run_id {whose}
            """)
        {
            Parameters = { new() { Value = session.TenantId }, new() { Value = run } },
            CommandTimeout = 0,
        };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct)) take(reader.GetGuid(0), reader.GetInt64(1), reader.GetInt64(2));
    }
}
