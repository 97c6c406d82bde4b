using Marten;

namespace Sovia.Downloads.Runs;

/// <summary>Stores the progress of download runs. Callers hold the lease of <see cref="DownloadJob"/>.</summary>
public sealed class DownloadRunStore(ISessionFactory sessions, TimeProvider clock)
{
    /// <summary>Stores a run.</summary>
    public async Task<DownloadRun> SaveAsync(DownloadRun run, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        session.Store(run);
        await session.SaveChangesAsync(ct);
        return run;
    }

    /// <summary>Counts the missing files, and the files that this run failed to download before it was interrupted.</summary>
    internal async Task<(DownloadRun Run, HashSet<Guid> Failed)> BeginAsync(DownloadRun run, FindMissingFiles find, CancellationToken ct)
    {
        run = await SaveAsync(run with { State = DownloadState.Running, Reason = null }, ct);
        var missing = 0;
        await foreach (var batch in find.ReadBatchesAsync(run.Files, ct)) missing += batch.Count;
        await using var session = sessions.QuerySession();
        var problems = await session.Query<DownloadProblem>().Where(problem => problem.RunId == run.Id)
            .Select(problem => new { problem.Id, problem.Code }).ToListAsync(ct);
        var counts = run.Counts with
        {
            Total = run.Counts.Total ?? missing,
            Done = Math.Max(0, (run.Counts.Total ?? missing) - missing),
            Failed = problems.CountBy(problem => problem.Code).ToDictionary(),
        };
        return (await SaveAsync(run with { Counts = counts }, ct), [.. problems.Select(problem => problem.Id)]);
    }

    /// <summary>Saves the changes since the last call.</summary>
    /// <returns>The user's command if it pauses or cancels the run, or null.</returns>
    internal async Task<DownloadCommand?> SaveProgressAsync(DownloadProgress progress, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        // Not cancellable, because changes that were drained would be lost if they were not written.
        var run = StoreChanges(session, progress);
        session.Store(run);
        await session.SaveChangesAsync(CancellationToken.None);
        return await session.LoadAsync<DownloadCommand>(run.Id, ct) is { State: DownloadState.Paused or DownloadState.Cancelled } command
            ? command : null;
    }

    /// <summary>Saves that a run has ended or paused.</summary>
    internal async Task<DownloadRun> FinishAsync(DownloadProgress progress, DownloadCommand? command, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        var run = StoreChanges(session, progress);
        run = command is not null ? SendDownloadCommand.ApplyCommand(run, command, clock.GetUtcNow())
            : progress.PauseReason is { } pauseReason ? run with { State = DownloadState.Paused, Reason = pauseReason }
            : run with { State = DownloadState.Finished, FinishedAt = clock.GetUtcNow() };
        session.Store(run);
        if (run.HasEnded) session.Delete<DownloadCommand>(run.Id);
        else if (command is not null) DeleteCommand(session, command);
        await session.SaveChangesAsync(ct);
        return run;
    }

    // Deletes only the command that was applied, because the user may have sent another one since.
    private static void DeleteCommand(IDocumentSession session, DownloadCommand command) => session.QueueSqlCommand(
        "delete from sovia.mt_doc_downloadorder where tenant_id = ? and id = ? and data ->> 'state' = ?", session.TenantId, command.Id,
        command.State.ToString());

    private static DownloadRun StoreChanges(IDocumentSession session, DownloadProgress progress)
    {
        var (run, changes) = progress.DrainChanges();
        foreach (var (postId, problem) in changes)
            if (problem is null) session.Delete<DownloadProblem>(postId);
            else session.Store(problem);
        return run;
    }

    /// <summary>Returns the runs with a pending command, then the runs to continue, oldest first.</summary>
    public async Task<IReadOnlyList<Guid>> FindPendingAsync(CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        var commandedIds = await session.Query<DownloadCommand>().Select(command => command.Id).ToListAsync(ct);
        var openIds = await session.Query<DownloadRun>()
            .Where(run => run.State == DownloadState.Queued || run.State == DownloadState.Running)
            .OrderBy(run => run.StartedAt).Select(run => run.Id).ToListAsync(ct);
        return [.. commandedIds.Union(openIds)];
    }

    /// <summary>Applies the pending command of a run that no process is executing.</summary>
    /// <returns>The run if it is to continue, or null.</returns>
    public async Task<DownloadRun?> ApplyCommandAsync(Guid id, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        var run = await session.LoadAsync<DownloadRun>(id, ct);
        if (await session.LoadAsync<DownloadCommand>(id, ct) is { } command)
        {
            DeleteCommand(session, command);
            if (run is not null) session.Store(run = SendDownloadCommand.ApplyCommand(run, command, clock.GetUtcNow()));
            await session.SaveChangesAsync(ct);
        }
        return run is { State: DownloadState.Queued or DownloadState.Running } ? run : null;
    }

    /// <summary>Ends a run after a permanent error.</summary>
    public async Task FailAsync(Guid id, string reason, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await session.LoadAsync<DownloadRun>(id, ct) is { } run)
            session.Store(run with { State = DownloadState.Failed, FinishedAt = clock.GetUtcNow(), Reason = reason });
        session.Delete<DownloadCommand>(id);
        await session.SaveChangesAsync(ct);
    }
}
