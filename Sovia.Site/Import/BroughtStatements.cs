using Marten;
using Npgsql;
using NpgsqlTypes;

namespace Sovia.Import;

/// <summary>Statements that a run brought, and which of them other runs brought too.</summary>
internal sealed class BroughtStatements
{
    private readonly HashSet<(Guid Post, long Mark)> brought = [];
    private readonly Dictionary<(Guid Post, long Mark), long> others = [];

    /// <summary>The posts they are about.</summary>
    public Guid[] Posts { get; private set; } = [];

    /// <summary>Reads them.</summary>
    /// <param name="session">The session to read in.</param>
    /// <param name="run">The run.</param>
    /// <param name="batch">Which of its batches.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<BroughtStatements> OfAsync(IQuerySession session, Guid run, long batch, CancellationToken ct)
    {
        var read = new BroughtStatements();
        await read.ReadAsync(session, "select u.post, u.mark, 0::bigint from sovia.run_statement r, unnest(r.posts, r.marks) as u (post, mark) where r.tenant_id = $1 and r.batch = $2",
            (post, mark, _) => read.brought.Add((post, mark)), batch, ct);
        read.Posts = [.. read.brought.Select(one => one.Post).Distinct()];
        await read.ReadAsync(session, """
            select u.post, u.mark, max(u.seen) from sovia.run_statement r, unnest(r.posts, r.marks, r.seen) as u (post, mark, seen)
            where r.tenant_id = $1 and r.run_id <> $2 and u.post = any($3) group by u.post, u.mark
            """, (post, mark, seen) => read.others[(post, mark)] = seen, run, ct);
        return read;
    }

    /// <summary>True where the run brought this.</summary>
    public bool By(Guid post, long mark) => brought.Contains((post, mark));

    /// <summary>When another run saw the same last; null where none did.</summary>
    public long? SeenByOthers(Guid post, long mark) => others.TryGetValue((post, mark), out var seen) ? seen : null;

    private async Task ReadAsync(IQuerySession session, string sql, Action<Guid, long, long> take, object which, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql) { Parameters = { new() { Value = session.TenantId }, new() { Value = which } } };
        if (Posts.Length > 0) command.Parameters.Add(new() { Value = Posts, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct)) take(reader.GetGuid(0), reader.GetInt64(1), reader.GetInt64(2));
    }
}
