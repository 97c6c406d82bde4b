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

    private async Task<IReadOnlyList<DownloadRun>> ApplyAsync(IEnumerable<DownloadRun?> runs, CancellationToken ct)
    {
        var existing = runs.OfType<DownloadRun>().ToList();
        var commands = (await session.LoadManyAsync<DownloadCommand>(ct, [.. existing.Select(run => run.Id)])).ToDictionary(c => c.Id);
        return [.. existing.Select(run => SendDownloadCommand.ApplyCommand(run, commands.GetValueOrDefault(run.Id), clock.GetUtcNow()))];
    }
}
