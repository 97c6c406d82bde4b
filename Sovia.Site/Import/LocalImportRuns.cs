using Marten;
using Sovia.Storage;

namespace Sovia.Import;

/// <summary>
/// The runs of the current library whose files this node has or can create. Records this node in each run when it first sees it, so that
/// no other node treats the run as abandoned. Deletes the files of runs that have ended or never existed.
/// </summary>
public sealed class LocalImportRuns(ImportSpool spool, IEnumerable<ImportFileProvider> fileProviders, NodeId node, ISessionFactory sessions,
    TimeProvider clock)
{
    // A folder without a run may still be receiving its files, perhaps from another site on the same data directory.
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromHours(1);

    /// <summary>Returns the runs that have not ended, the earliest first.</summary>
    public async Task<IReadOnlyList<ImportRun>> ListUnfinishedAsync(CancellationToken ct)
    {
        var spooledIds = spool.ListRunIds();
        Guid[] ids = [.. spooledIds.Union(fileProviders.Select(origin => origin.RunId))];
        if (ids.Length == 0) return [];
        await using var session = sessions.OpenSession();
        var runs = (await session.LoadManyAsync<ImportRun>(ct, ids)).ToDictionary(run => run.Id);
        foreach (var id in spooledIds)
            if (runs.TryGetValue(id, out var run) ? IsFinal(run) : spool.GetLastWriteTime(id) < clock.GetUtcNow() - AbandonedAfter)
                spool.Remove(id);
        foreach (var run in runs.Values.Where(run => run.Node is null && spool.HasFiles(run.Id) && !IsFinal(run)).ToList())
            runs[run.Id] = await ClaimAsync(run.Id, ct) ?? run;
        return [.. runs.Values.Where(run => !IsFinal(run)).OrderBy(run => run.StartedAt)];
    }

    /// <summary>
    /// True once nothing is left to do for a run. Not final are a run failed as abandoned, which resumes on the node with its files, and a
    /// run that was given up, which resumes when the user asks.
    /// </summary>
    public static bool IsFinal(ImportRun run) => run is { HasEnded: true, CanResume: false } && !AbandonedImportJob.IsAbandoned(run);

    private async Task<ImportRun?> ClaimAsync(Guid id, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await ImportRunLock.LoadLockedAsync(session, id, ct) is not { Node: null } run || IsFinal(run)) return null;
        session.Store(run = run with { Node = node.Value });
        await session.SaveChangesAsync(ct);
        return run;
    }
}
