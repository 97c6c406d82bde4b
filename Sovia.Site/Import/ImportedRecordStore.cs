using Marten;
using Npgsql;
using NpgsqlTypes;
using Sovia.Library.Writing;

namespace Sovia.Import;

/// <summary>
/// Records the source records of a run, including known ones, so that the run can be undone. Writes one row for each batch, because one
/// row for each source record would be half the work of an import that changes nothing.
/// </summary>
internal sealed class ImportedRecordStore : ITransactionParticipant
{
    private readonly string tenant;
    private readonly Guid run;
    private readonly Guid[] posts;
    private readonly long[] fingerprints;
    private readonly long[] seenTimes;

    private ImportedRecordStore(string tenant, Guid run, Guid[] posts, long[] marks, long[] seen) =>
        (this.tenant, this.run, this.posts, this.fingerprints, this.seenTimes) = (tenant, run, posts, marks, seen);

    /// <summary>Adds the source records to the session's transaction.</summary>
    public static void Add(IDocumentSession session, Guid run, IReadOnlyList<IncomingPost> incomingPosts) =>
        session.Enlist(new ImportedRecordStore(
        session.TenantId, run, [.. incomingPosts.Select(incoming => incoming.Post.Id)],
            [.. incomingPosts.Select(incoming => incoming.Fingerprint)],
        [.. incomingPosts.Select(incoming => incoming.SourceRecord.GetSeenAtMicroseconds())]));

    /// <summary>Returns the recorded batches of a run, in the order in which they were written.</summary>
    public static async Task<IReadOnlyList<long>> ListBatchesAsync(IQuerySession session, Guid run, CancellationToken ct)
    {
        await using var command =
            new NpgsqlCommand("select batch from sovia.run_statement where tenant_id = $1 and run_id = $2 order by batch")
            {
                Parameters = { new() { Value = session.TenantId }, new() { Value = run } },
            };
        var batches = new List<long>();
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct)) batches.Add(reader.GetInt64(0));
        return batches;
    }

    /// <inheritdoc/>
    public async Task BeforeCommitAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken token)
    {
        await using var command =
            new NpgsqlCommand("insert into sovia.run_statement (tenant_id, run_id, posts, marks, seen) values ($1, $2, $3, $4, $5)",
                connection, transaction)
            {
                Parameters =
            {
                new() { Value = tenant },
                new() { Value = run },
                new() { Value = posts, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
                new() { Value = fingerprints, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint },
                new() { Value = seenTimes, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint },
            },
            };
        await command.ExecuteNonQueryAsync(token);
    }

    /// <inheritdoc/>
    public Task AfterCommitAsync(CancellationToken token) => Task.CompletedTask;
}
