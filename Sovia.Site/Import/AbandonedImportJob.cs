using System.Runtime.CompilerServices;
using Marten;
using Npgsql;
using NpgsqlTypes;
using Sovia.Jobs;
using Sovia.Storage;

namespace Sovia.Import;

/// <summary>
/// Ends runs that were abandoned. Fails a run if no node has its files and no process writes it: an import of a command line that was
/// closed, or one whose files this node has lost. A waiting run is safe however long it waits, because a process that writes holds the
/// concurrency group and a node that has the files is recorded in the run. A run that the user cancelled ends as cancelled once no
/// process works on it, because the node that has its files may never come back.
/// </summary>
public sealed class AbandonedImportJob(IQuerySession session, ISessionFactory sessions, ImportSpool spool,
    IEnumerable<ImportFileProvider> fileProviders, NodeId node, TimeProvider clock) : IJob
{
    private const string Reason =
        "Sovia stopped before the import finished. Items imported so far are kept. Import the same files again to continue.";

    // Uses the database's clock. The limits exceed the interval in which sites of earlier versions refresh their runs.
    private const string StaleRunsSql = """
        select r.id, c.id is not null from sovia.mt_doc_importrun r
        left join sovia.mt_doc_importcancellation c on c.tenant_id = r.tenant_id and c.id = r.id and not exists (
            select from sovia.mt_doc_jobrow j where j.tenant_id = r.tenant_id and j.id in ('import ' || r.id, 'preview ' || r.id)
            and j.mt_last_modified > clock_timestamp() - interval '30 seconds')
        where r.tenant_id = $1 and r.data ->> 'state' = any($2) and r.mt_last_modified < clock_timestamp() - interval '12 seconds'
            and (c.id is not null or coalesce(r.data ->> 'node', $3) = $3)
        """;

    /// <inheritdoc/>
    public string Name => "lost import";

    /// <inheritdoc/>
    public JobAffinity Affinity => JobAffinity.AnyNode;

    /// <inheritdoc/>
    public string ConcurrencyGroup => ImportJob.JobName;

    /// <summary>True for a run that was failed as abandoned. It resumes if its files turn up.</summary>
    public static bool IsAbandoned(ImportRun run) => run is { State: ImportState.Failed, StopsAtPreview: false, Failure: Reason };

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindPendingAsync(CancellationToken ct)
    {
        var pendingIds = new List<string>();
        await foreach (var (id, isCancelled) in ReadStaleAsync(session, ct))
            if (isCancelled || HasNoFiles(id)) pendingIds.Add(id.ToString());
        return pendingIds;
    }

    private bool HasNoFiles(Guid id) => !spool.HasFiles(id) && fileProviders.All(origin => origin.RunId != id);

    private async IAsyncEnumerable<(Guid Id, bool IsStopped)> ReadStaleAsync(IQuerySession session,
        [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(StaleRunsSql)
        {
            Parameters =
            {
                new() { Value = session.TenantId },
                new() { Value = new[] { nameof(ImportState.Importing), nameof(ImportState.Reading) },
                    NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
                new() { Value = node.Value },
            },
        };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct)) yield return (reader.GetGuid(0), reader.GetBoolean(1));
    }

    /// <inheritdoc/>
    public async Task RunAsync(string item, CancellationToken ct)
    {
        var id = Guid.Parse(item);
        await using var writer = sessions.OpenSession();
        if (await ImportRunLock.LoadLockedAsync(writer, id, ct) is not { State: ImportState.Importing or ImportState.Reading } run) return;
        // Checks again under the lock, because another process may have resumed the run.
        var stale = await ReadStaleAsync(writer, ct).Where(row => row.Id == id).Select(row => (bool?)row.IsStopped).FirstOrDefaultAsync(ct);
        if (stale is not { } isCancelled || !(isCancelled || HasNoFiles(id))) return;
        var runToCancel = run.State == ImportState.Reading ? run.WithProgressReset() : run;
        writer.Store(isCancelled
            ? runToCancel with { State = ImportState.Cancelled, FinishedAt = clock.GetUtcNow() }
            : run with { State = ImportState.Failed, FinishedAt = clock.GetUtcNow(), Failure = Reason });
        await writer.SaveChangesAsync(ct);
    }

    /// <inheritdoc/>
    public Task FailAsync(string item, Exception fault, string reason, CancellationToken ct) => RunAsync(item, ct);
}
