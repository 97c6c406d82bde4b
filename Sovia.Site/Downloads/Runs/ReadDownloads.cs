using Marten;

namespace Sovia.Downloads.Runs;

/// <summary>Reads download runs, with pending commands applied.</summary>
public sealed class ReadDownloads(IQuerySession session, TimeProvider clock)
{
    /// <summary>Returns one run, or null.</summary>
    public async Task<DownloadRun?> FindAsync(Guid id, CancellationToken ct) =>
        await ApplyAsync([await session.LoadAsync<DownloadRun>(id, ct)], ct) is [var run] ? run : null;

    /// <summary>Returns the latest runs, newest first.</summary>
    public async Task<IReadOnlyList<DownloadRun>> ReadRecentAsync(int count, CancellationToken ct) =>
        await ApplyAsync(await session.Query<DownloadRun>().OrderByDescending(run => run.StartedAt).Take(count).ToListAsync(ct), ct);

    /// <summary>Returns one page of unsolved problems, ordered by post ID.</summary>
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

    private async Task<IReadOnlyList<DownloadRun>> ApplyAsync(IEnumerable<DownloadRun?> runs, CancellationToken ct)
    {
        var existing = runs.OfType<DownloadRun>().ToList();
        var commands = (await session.LoadManyAsync<DownloadCommand>(ct, [.. existing.Select(run => run.Id)])).ToDictionary(c => c.Id);
        return [.. existing.Select(run => SendDownloadCommand.ApplyCommand(run, commands.GetValueOrDefault(run.Id), clock.GetUtcNow()))];
    }
}
