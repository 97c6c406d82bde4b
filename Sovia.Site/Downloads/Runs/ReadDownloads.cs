using Marten;

namespace Sovia.Downloads.Runs;

/// <summary>Reads download runs, with pending commands applied.</summary>
public sealed class ReadDownloads(IQuerySession session, TimeProvider clock)
{
    /// <summary>Returns one run, or null.</summary>
    public async Task<DownloadRun?> FindAsync(Guid id, CancellationToken ct) =>
        await HeardAsync([await session.LoadAsync<DownloadRun>(id, ct)], ct) is [var run] ? run : null;

    /// <summary>Returns the latest runs, newest first.</summary>
    public async Task<IReadOnlyList<DownloadRun>> ReadRecentAsync(int count, CancellationToken ct) =>
        await HeardAsync(await session.Query<DownloadRun>().OrderByDescending(run => run.StartedAt).Take(count).ToListAsync(ct), ct);

    /// <summary>Returns one page of unsolved problems, ordered by post id.</summary>
    /// <param name="code">One of <see cref="Sovia.Downloads.Fetching.DownloadErrorCode"/>, or null for all.</param>
    /// <param name="after">The last post of the previous page.</param>
    /// <param name="count">The maximum number of problems.</param>
    /// <param name="ct">Cancels.</param>
    public Task<IReadOnlyList<DownloadProblem>> ReadProblemsAsync(string? code, Guid? after, int count, CancellationToken ct)
    {
        var problems = session.Query<DownloadProblem>().Where(problem => problem.Id > (after ?? Guid.Empty));
        if (code is not null) problems = problems.Where(problem => problem.Code == code);
        return problems.OrderBy(problem => problem.Id).Take(count).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<DownloadRun>> HeardAsync(IEnumerable<DownloadRun?> runs, CancellationToken ct)
    {
        var known = runs.OfType<DownloadRun>().ToList();
        var orders = (await session.LoadManyAsync<DownloadCommand>(ct, [.. known.Select(run => run.Id)])).ToDictionary(order => order.Id);
        return [.. known.Select(run => SendDownloadCommand.ApplyCommand(run, orders.GetValueOrDefault(run.Id), clock.GetUtcNow()))];
    }
}
