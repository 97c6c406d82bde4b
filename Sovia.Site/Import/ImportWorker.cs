using Marten;
using Marten.Linq.LastModified;
using Npgsql;

namespace Sovia.Import;

/// <summary>
/// Writes queued runs one after the other, and takes up those that an earlier process left unfinished. A database that goes
/// away is waited for: the run goes on from its last batch.
/// </summary>
public sealed partial class ImportWorker(
    ImportQueue queue, ImportSpool spool, IEnumerable<ImportOrigin> origins, ImportLock importLock, ImportFiles import, UndoImport undo, WaitForDatabase database,
    ISessionFactory sessions, TimeProvider clock, ILogger<ImportWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    // A preview says how far it is far more often than this.
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);

    private IReadOnlyList<Guid> left = [];

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Before anybody can hand something over: a folder without a run may be one that is just being filled.
        left = spool.Waiting();
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.RunAsync(TakeUpAsync, stoppingToken);
        foreach (var origin in origins) queue.Add(origin.Run);
        await Task.WhenAll(WriteAllAsync(stoppingToken), LookOutAsync(stoppingToken));
    }

    private async Task WriteAllAsync(CancellationToken ct)
    {
        await database.RunAsync(FailDeadAsync, ct);
        await foreach (var run in queue.Writing.ReadAsync(ct))
            await database.RunAsync(ct => WriteAsync(run, ct), ct);
    }

    private async Task WriteAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { State: ImportState.Undoing, Undo: { } asked })
        {
            await UndoAsync(id, asked, ct);
            return;
        }
        await using var held = await importLock.AcquireAsync(ct);
        if (await LoadAsync(id, ct) is not { HasEnded: false } run)
        {
            spool.Remove(id);
            return;
        }
        var origin = origins.FirstOrDefault(origin => origin.Run == id);
        // Where several sites share a database, a run is written by the one that has its files.
        if (origin is null && !spool.Holds(id)) return;
        try
        {
            await import.RunAsync(run, origin?.Files(run) ?? spool.FilesOf(run), dryRun: false, progress: null, ct);
            if (origin is not null) await origin.Ended(ct);
        }
        catch (Exception e) when (e is not (OperationCanceledException or NpgsqlException) && e.InnerException is not NpgsqlException)
        {
            LogFailed(e, id);
            await FailAsync(id, $"Something went wrong that this version does not know: {e.Message} What had gone in stays in; importing the same files again adds only the rest.", ct);
        }
        spool.Remove(id);
    }

    private async Task UndoAsync(Guid id, RunUndo asked, CancellationToken ct)
    {
        try
        {
            await undo.RunAsync(id, asked.LeavesEdited, ct);
        }
        catch (Exception e) when (e is not (OperationCanceledException or NpgsqlException) && e.InnerException is not NpgsqlException)
        {
            LogFailed(e, id);
            await undo.GiveUpAsync(id, $"Something went wrong that this version does not know: {e.Message} What had been taken out stays out; asked again it goes on there.", ct);
        }
    }

    // A go-ahead or a cancellation may have been given to another site, and whoever is killed between two steps puts nothing into a queue.
    private async Task LookOutAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        while (await timer.WaitForNextTickAsync(ct))
            if (spool.Waiting().Count > 0) await database.RunAsync(LookAsync, ct);
    }

    private async Task LookAsync(CancellationToken ct)
    {
        foreach (var run in await HeldAsync(spool.Waiting(), ct))
            if (run.HasEnded) spool.Remove(run.Id);
            else if (run is { State: ImportState.Queued, AsksFirst: false }) queue.Add(run);
    }

    // Files of a run that was never noted, or that has ended, are left behind by a process that died.
    private async Task TakeUpAsync(CancellationToken ct)
    {
        var held = (await HeldAsync(left, ct)).ToDictionary(run => run.Id);
        foreach (var id in left)
            if (held.TryGetValue(id, out var run) && !run.HasEnded) queue.Add(run);
            else spool.Remove(id);
        await using var session = sessions.QuerySession();
        foreach (var run in await session.Query<ImportRun>().Where(run => run.State == ImportState.Undoing).ToListAsync(ct)) queue.Add(run.Id);
    }

    // While the lock is held nobody else writes, so a run that says it is being written and whose files are nowhere is dead.
    private async Task FailDeadAsync(CancellationToken ct)
    {
        await using var held = await importLock.AcquireAsync(ct);
        await using var session = sessions.QuerySession();
        var silentSince = clock.GetUtcNow() - Silence;
        var open = await session.Query<ImportRun>()
            .Where(run => run.State == ImportState.Importing || (run.State == ImportState.Reading && run.ModifiedBefore(silentSince))).ToListAsync(ct);
        foreach (var run in open.Where(run => !spool.Holds(run.Id) && origins.All(origin => origin.Run != run.Id)))
            await FailAsync(run.Id, "The program ended before this import did. What had gone in stays in; importing the same files again adds only the rest.", ct);
    }

    private async Task FailAsync(Guid id, string reason, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await session.LoadAsync<ImportRun>(id, ct) is not { } run) return;
        session.Store(run with { State = ImportState.Failed, FinishedAt = clock.GetUtcNow(), Failure = reason });
        await session.SaveChangesAsync(ct);
    }

    private async Task<IReadOnlyList<ImportRun>> HeldAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await session.LoadManyAsync<ImportRun>(ct, ids.ToArray());
    }

    private async Task<ImportRun?> LoadAsync(Guid id, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await session.LoadAsync<ImportRun>(id, ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Run} failed")]
    private partial void LogFailed(Exception e, Guid run);
}
