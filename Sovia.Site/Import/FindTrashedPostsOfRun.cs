using Marten;
using Npgsql;

namespace Sovia.Import;

/// <summary>Finds the posts of a run that are in the trash, so that they can be restored together.</summary>
public sealed class FindTrashedPostsOfRun(IQuerySession session)
{
    private const string FromClause = """
        from sovia.run_statement s cross join lateral unnest(s.posts) as one (id)
        join sovia.post_aside z on z.tenant_id = $1 and z.id = one.id and z.shown >= 2
        where s.tenant_id = $1 and s.run_id = $2
        """;

    /// <summary>Returns the number of posts that are currently in the trash.</summary>
    public async Task<int> CountAsync(Guid run, CancellationToken ct)
    {
        await using var command = CreateCommand("count(distinct one.id)::integer", run);
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        return await reader.ReadAsync(ct) ? reader.GetInt32(0) : 0;
    }

    /// <summary>Returns the ids of posts that are currently in the trash.</summary>
    public async Task<IReadOnlyList<Guid>> FindIdsAsync(Guid run, CancellationToken ct)
    {
        await using var command = CreateCommand("distinct one.id", run);
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var ids = new List<Guid>();
        while (await reader.ReadAsync(ct)) ids.Add(reader.GetGuid(0));
        return ids;
    }

    private NpgsqlCommand CreateCommand(string columns, Guid run) =>
        new($"select {columns} {FromClause}") { Parameters = { new() { Value = session.TenantId }, new() { Value = run } } };
}
