using Marten;

namespace Sovia.MediaFiles.Downloads.Runs;

/// <summary>Writes down how a run goes. Whoever uses it holds the <see cref="DownloadLock"/>.</summary>
public sealed class DownloadBook(ISessionFactory sessions, TimeProvider clock)
{
    /// <summary>Stores a run as it is.</summary>
    public async Task<DownloadRun> SaveAsync(DownloadRun run, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        session.Store(run);
        await session.SaveChangesAsync(ct);
        return run;
    }

    /// <summary>Counts what is missing, and what an earlier stretch of this run tried in vain.</summary>
    internal async Task<(DownloadRun Run, HashSet<Guid> Failed)> BeginAsync(DownloadRun run, FindWanted find, CancellationToken ct)
    {
        run = await SaveAsync(run with { State = DownloadState.Running, Reason = null }, ct);
        var missing = 0;
        await foreach (var stretch in find.StretchesAsync(run.Files, ct)) missing += stretch.Count;
        await using var session = sessions.QuerySession();
        var failed = await session.Query<DownloadProblem>().Where(problem => problem.RunId == run.Id).Select(problem => new { problem.Id, problem.Code }).ToListAsync(ct);
        var counts = run.Counts with
        {
            Wanted = run.Counts.Wanted ?? missing,
            Done = Math.Max(0, (run.Counts.Wanted ?? missing) - missing),
            Failed = failed.CountBy(problem => problem.Code).ToDictionary(),
        };
        return (await SaveAsync(run with { Counts = counts }, ct), [.. failed.Select(problem => problem.Id)]);
    }

    /// <summary>Saves what was met since the last time.</summary>
    /// <returns>What the user wants of the run, where that is to stop.</returns>
    internal async Task<DownloadOrder?> ProgressAsync(RunTally tally, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        // What was taken from the tally has to be written, whatever ends meanwhile.
        var run = Note(session, tally);
        session.Store(run);
        await session.SaveChangesAsync(CancellationToken.None);
        return await session.LoadAsync<DownloadOrder>(run.Id, ct) is { State: DownloadState.Paused or DownloadState.Cancelled } order ? order : null;
    }

    /// <summary>Saves the end of a run, or its pause.</summary>
    internal async Task<DownloadRun> EndAsync(RunTally tally, DownloadOrder? order, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        var run = Note(session, tally);
        run = order is not null ? GiveOrder.Heard(run, order, clock.GetUtcNow())
            : tally.Obstacle is { } obstacle ? run with { State = DownloadState.Paused, Reason = obstacle }
            : run with { State = DownloadState.Finished, FinishedAt = clock.GetUtcNow() };
        session.Store(run);
        session.Delete<DownloadOrder>(run.Id);
        await session.SaveChangesAsync(ct);
        return run;
    }

    private static DownloadRun Note(IDocumentSession session, RunTally tally)
    {
        var (run, news) = tally.Take();
        foreach (var (post, problem) in news)
            if (problem is null) session.Delete<DownloadProblem>(post);
            else session.Store(problem);
        return run;
    }

    /// <summary>Carries out what was ordered for runs that nobody fetches for, and says which one is next; null for none.</summary>
    public async Task<DownloadRun?> NextAsync(CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        var orders = await session.Query<DownloadOrder>().ToListAsync(ct);
        foreach (var order in orders)
        {
            session.Delete(order);
            if (await session.LoadAsync<DownloadRun>(order.Id, ct) is { } run) session.Store(GiveOrder.Heard(run, order, clock.GetUtcNow()));
        }
        await session.SaveChangesAsync(ct);
        return await session.Query<DownloadRun>()
            .Where(run => run.State == DownloadState.Queued || run.State == DownloadState.Running)
            .OrderBy(run => run.StartedAt).FirstOrDefaultAsync(ct);
    }

    /// <summary>Whether there is a run to go on with, or an order to carry out.</summary>
    public async Task<bool> HasWorkAsync(CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await session.Query<DownloadOrder>().AnyAsync(ct)
            || await session.Query<DownloadRun>().AnyAsync(run => run.State == DownloadState.Queued || run.State == DownloadState.Running, ct);
    }
}
