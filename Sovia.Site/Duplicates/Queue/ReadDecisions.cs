using Marten;
using Npgsql;
using Sovia.Duplicates.Decisions;

namespace Sovia.Duplicates.Queue;

/// <summary>Reads the latest decisions that are not undone.</summary>
public sealed class ReadDecisions(IQuerySession session)
{
    private const int MaxDecisions = 5;

    // Checks only the latest few decisions for an undo.
    private const string Sql = $"""
        select d.batch, b.data ->> 'text', d.decided_at, exists ({DecisionStore.IsRevokedSql})
        from (select batch, decided_at from sovia.duplicate_decision where tenant_id = $1 order by batch desc limit $2) d
        join sovia.mt_doc_batch b on b.tenant_id = $1 and b.id = d.batch order by d.batch desc
        """;

    /// <summary>Returns the decisions, newest first.</summary>
    public async Task<IReadOnlyList<RecentDecision>> ReadLatestAsync(CancellationToken ct)
    {
        await using var command =
            new NpgsqlCommand(Sql) { Parameters = { new() { Value = session.TenantId }, new() { Value = MaxDecisions } } };
        List<RecentDecision> decisions = [];
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct))
            if (!reader.GetBoolean(3)) decisions.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2)));
        return decisions;
    }
}
