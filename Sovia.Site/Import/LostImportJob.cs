using Marten;
using Npgsql;
using NpgsqlTypes;
using Sovia.Jobs;

namespace Sovia.Import;

/// <summary>
/// Fails runs that nobody has files of and that nobody writes: imports of a terminal that was closed. Whoever writes holds the lane, and whoever has
/// files says so in the run, however long they wait; neither is failed.
/// </summary>
public sealed class LostImportJob(IQuerySession session, ISessionFactory sessions, ImportSpool spool, IEnumerable<ImportOrigin> origins, TimeProvider clock) : IJob
{
    private const string Reason = "The program ended before this import did. What had gone in stays in; importing the same files again adds only the rest.";

    // By the database's clock, and longer than a site of an earlier version needs to say that it is there for its runs.
    private const string Silent = """
        select id from sovia.mt_doc_importrun
        where tenant_id = $1 and data ->> 'state' = any($2) and data ->> 'node' is null and mt_last_modified < clock_timestamp() - interval '12 seconds'
        """;

    /// <inheritdoc/>
    public string Name => "lost import";

    /// <inheritdoc/>
    public JobPlace Place => JobPlace.Anywhere;

    /// <inheritdoc/>
    public string Lane => ImportJob.JobName;

    /// <summary>True for a run that was taken for lost; where its files turn up it goes on all the same.</summary>
    public static bool IsTakenForLost(ImportRun run) => run is { State: ImportState.Failed, AsksFirst: false, Failure: Reason };

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> WaitingAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Silent)
        {
            Parameters =
            {
                new() { Value = session.TenantId },
                new() { Value = new[] { nameof(ImportState.Importing), nameof(ImportState.Reading) }, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
            },
        };
        var silent = new List<string>();
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct))
            if (reader.GetGuid(0) is var id && !spool.Holds(id) && origins.All(origin => origin.Run != id)) silent.Add(id.ToString());
        return silent;
    }

    /// <inheritdoc/>
    public async Task RunAsync(string item, CancellationToken ct)
    {
        await using var saving = sessions.OpenSession();
        if (await RunTurn.TakeAsync(saving, Guid.Parse(item), ct) is not { Node: null, State: ImportState.Importing or ImportState.Reading } run) return;
        saving.Store(run with { State = ImportState.Failed, FinishedAt = clock.GetUtcNow(), Failure = Reason });
        await saving.SaveChangesAsync(ct);
    }

    /// <inheritdoc/>
    public Task FailAsync(string item, Exception fault, string reason, CancellationToken ct) => RunAsync(item, ct);
}
