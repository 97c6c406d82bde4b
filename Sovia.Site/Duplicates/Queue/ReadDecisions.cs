using Marten;
using Npgsql;

namespace Sovia.Duplicates.Queue;

/// <summary>Reads the decisions made last, as far as they stand.</summary>
public sealed class ReadDecisions(IQuerySession session)
{
    private const int Shown = 5;

    // Of the latest few only it is asked whether they were undone.
    private const string Reading = """
        select d.batch, b.data ->> 'text', d.decided_at, b.data ->> 'undoneBy' is not null
        from (select batch, decided_at from sovia.duplicate_decision where tenant_id = $1 order by batch desc limit $2) d
        join sovia.mt_doc_batch b on b.tenant_id = $1 and b.id = d.batch order by d.batch desc
        """;

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<RecentDecision>> ReadLatestAsync(CancellationToken ct)
    {
        await using var command =
            new NpgsqlCommand(Reading) { Parameters = { new() { Value = session.TenantId }, new() { Value = Shown } } };
        List<RecentDecision> decisions = [];
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct))
            if (!reader.GetBoolean(3)) decisions.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2)));
        return decisions;
    }
}
