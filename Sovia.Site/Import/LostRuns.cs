using Marten;
using Npgsql;
using NpgsqlTypes;

namespace Sovia.Import;

/// <summary>
/// Tells runs that somebody is there for from those whose process is no more. A site renews the time of the runs whose files it has, however long
/// they wait; a run that says it is under way and is silent for several renewals is nobody's. Clocks are not compared, only whether the time stands still.
/// </summary>
public sealed class LostRuns(ImportSpool spool, IEnumerable<ImportOrigin> origins, ImportLock importLock, ISessionFactory sessions, TimeProvider clock)
{
    private const string Reason = "The program ended before this import did. What had gone in stays in; importing the same files again adds only the rest.";

    // Several renewals, and longer than a database needs to be back.
    private static readonly TimeSpan Silence = RenewEvery * 4;

    /// <summary>How often a site renews its runs.</summary>
    public static TimeSpan RenewEvery => TimeSpan.FromSeconds(3);

    /// <summary>True for a run that was taken for lost; where its files turn up it goes on all the same.</summary>
    public static bool IsTakenForLost(ImportRun run) => run is { State: ImportState.Failed, AsksFirst: false, Failure: Reason };

    /// <summary>Says that these runs are somebody's.</summary>
    public async Task RenewAsync(IReadOnlyCollection<Guid> runs, CancellationToken ct)
    {
        if (runs.Count == 0) return;
        await using var session = sessions.QuerySession();
        await using var command = new NpgsqlCommand("update sovia.mt_doc_importrun set mt_last_modified = clock_timestamp() where tenant_id = $1 and id = any($2) and data ->> 'state' = any($3)")
        {
            Parameters = { new() { Value = session.TenantId }, new() { Value = runs.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid }, Open() },
        };
        await using (await session.ExecuteReaderAsync(command, ct)) { }
    }

    /// <summary>Fails the runs that are nobody's, with a reason.</summary>
    public async Task FailAsync(CancellationToken ct)
    {
        var before = await TimesAsync(ct);
        if (before.Count == 0) return;
        await Task.Delay(Silence, clock, ct);
        // The terminal writes under the lock, and a run of its own has no files here or elsewhere.
        await using var held = await importLock.AcquireAsync(ct);
        var now = await TimesAsync(ct);
        foreach (var (run, time) in before)
            if (now.TryGetValue(run, out var at) && at == time) await FailAsync(run, ct);
    }

    private async Task FailAsync(Guid id, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await RunTurn.TakeAsync(session, id, ct) is not { State: ImportState.Importing or ImportState.Reading } run) return;
        session.Store(run with { State = ImportState.Failed, FinishedAt = clock.GetUtcNow(), Failure = Reason });
        await session.SaveChangesAsync(ct);
    }

    // Runs under way whose files are not here, each with when somebody last said so.
    private async Task<Dictionary<Guid, DateTime>> TimesAsync(CancellationToken ct)
    {
        var times = new Dictionary<Guid, DateTime>();
        await using var session = sessions.QuerySession();
        await using var command = new NpgsqlCommand("select id, mt_last_modified from sovia.mt_doc_importrun where tenant_id = $1 and data ->> 'state' = any($2)")
        {
            Parameters = { new() { Value = session.TenantId }, Open() },
        };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct))
            if (reader.GetGuid(0) is var id && !spool.Holds(id) && origins.All(origin => origin.Run != id)) times[id] = reader.GetDateTime(1);
        return times;
    }

    private static NpgsqlParameter Open() => new() { Value = new[] { nameof(ImportState.Importing), nameof(ImportState.Reading) }, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
