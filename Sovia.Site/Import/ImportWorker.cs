using System.Collections.Concurrent;
using Marten;
using Sovia.Jobs;

namespace Sovia.Import;

/// <summary>
/// Writes queued runs one after the other, and takes up those that an earlier process left unfinished. A database that goes
/// away is waited for: the run goes on from its last batch. A run that cannot be written fails, and the next has its turn.
/// </summary>
public sealed partial class ImportWorker(
    ImportQueue queue, ImportSpool spool, IEnumerable<ImportOrigin> origins, ImportLock importLock, ImportFiles import, UndoImport undo, LostRuns lost, DatabaseRetry database,
    ISessionFactory sessions, TimeProvider clock, ILogger<ImportWorker> logger)
    : BackgroundService
{
    // A folder without a run may be one that is just being filled, perhaps by another site on the same data directory.
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Guid, bool> writing = new();
    private IReadOnlyList<Guid> left = [];

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // What is handed over from now on is queued by whoever takes it.
        left = spool.Waiting();
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.TryAsync(TakeUpAsync, "taking up imports", stoppingToken);
        foreach (var origin in origins) queue.Add(origin.Run);
        await Task.WhenAll(WriteAllAsync(stoppingToken), LookOutAsync(stoppingToken), database.TryAsync(lost.FailAsync, "looking for lost imports", stoppingToken));
    }

    private async Task WriteAllAsync(CancellationToken ct)
    {
        await foreach (var run in queue.Writing.ReadAsync(ct))
        {
            writing[run] = true;
            await database.TryAsync(ct => WriteAsync(run, ct), $"import {run}", ct);
            writing.TryRemove(run, out _);
        }
    }

    private async Task WriteAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { State: ImportState.Undoing, Undo: { } asked })
        {
            await UndoAsync(id, asked, ct);
            return;
        }
        await using var held = await importLock.AcquireAsync(ct);
        if (await LoadAsync(id, ct) is not { } run || IsOver(run))
        {
            spool.Remove(id);
            return;
        }
        var origin = origins.FirstOrDefault(origin => origin.Run == id);
        // Where several sites share a database, a run is written by the one that has its files.
        if (origin is null && !spool.Holds(id)) return;
        try
        {
            await import.RunAsync(run with { Failure = null, FinishedAt = null }, origin?.Files(run) ?? spool.FilesOf(run), dryRun: false, progress: null, ct);
            if (origin is not null) await origin.Ended(ct);
        }
        catch (Exception e) when (e is not OperationCanceledException && !DatabaseFault.Passes(e))
        {
            LogFailed(e, id);
            await FailAsync(id, $"{FailureWords.Of(e)} What had gone in stays in; importing the same files again adds only the rest.", ct);
        }
        spool.Remove(id);
    }

    private static bool IsOver(ImportRun run) => run.HasEnded && !LostRuns.IsTakenForLost(run);

    private async Task UndoAsync(Guid id, RunUndo asked, CancellationToken ct)
    {
        try
        {
            await undo.RunAsync(id, asked.LeavesEdited, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException && !DatabaseFault.Passes(e))
        {
            LogFailed(e, id);
            await undo.GiveUpAsync(id, $"{FailureWords.Of(e)} What had been taken out stays out; asked again it goes on there.", ct);
        }
    }

    // A go-ahead or a cancellation may have been given to another site, and whoever is killed between two steps puts nothing into a queue.
    private async Task LookOutAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(LostRuns.RenewEvery, clock);
        while (await timer.WaitForNextTickAsync(ct))
            if (spool.Waiting() is { Count: > 0 } waiting) await database.TryAsync(ct => LookAsync(waiting, ct), "looking after imports", ct);
    }

    private async Task LookAsync(IReadOnlyList<Guid> waiting, CancellationToken ct)
    {
        await lost.RenewAsync(waiting, ct);
        foreach (var run in await HeldAsync(waiting, ct))
            // One that is under way and not being written was given up for a fault that did not let it be noted as failed.
            if (!writing.ContainsKey(run.Id) && (run is { State: ImportState.Queued or ImportState.Importing, AsksFirst: false } || LostRuns.IsTakenForLost(run))) queue.Add(run);
    }

    private async Task TakeUpAsync(CancellationToken ct)
    {
        foreach (var run in await HeldAsync(left, ct)) queue.Add(run);
        await using var session = sessions.QuerySession();
        foreach (var run in await session.Query<ImportRun>().Where(run => run.State == ImportState.Undoing).ToListAsync(ct)) queue.Add(run.Id);
    }

    private async Task FailAsync(Guid id, string reason, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await session.LoadAsync<ImportRun>(id, ct) is not { } run) return;
        session.Store(run with { State = ImportState.Failed, FinishedAt = clock.GetUtcNow(), Failure = reason });
        await session.SaveChangesAsync(ct);
    }

    // The runs that go on. Files of one that was never noted, or that has ended, are left behind by a process that died.
    private async Task<IReadOnlyList<ImportRun>> HeldAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        var runs = (await session.LoadManyAsync<ImportRun>(ct, ids.ToArray())).ToDictionary(run => run.Id);
        foreach (var id in ids)
            if (runs.TryGetValue(id, out var run) ? IsOver(run) : spool.WrittenAt(id) < clock.GetUtcNow() - Abandoned) spool.Remove(id);
        return [.. runs.Values.Where(run => !IsOver(run))];
    }

    private async Task<ImportRun?> LoadAsync(Guid id, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await session.LoadAsync<ImportRun>(id, ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Run} failed")]
    private partial void LogFailed(Exception e, Guid run);
}
