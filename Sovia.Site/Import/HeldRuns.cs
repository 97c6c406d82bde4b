using Marten;
using Sovia.Storage;

namespace Sovia.Import;

/// <summary>
/// The runs of the current library whose files this node has, or can make. Each says so, from when it is first seen here: no other node takes it
/// for lost then. Files of runs that have ended, or never were, are let go.
/// </summary>
public sealed class HeldRuns(ImportSpool spool, IEnumerable<ImportOrigin> origins, NodeId node, ISessionFactory sessions, TimeProvider clock)
{
    // A folder without a run may be one that is just being filled, perhaps by another site on the same data directory.
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    /// <summary>Those that have not ended, the first one that was handed over first.</summary>
    public async Task<IReadOnlyList<ImportRun>> OpenAsync(CancellationToken ct)
    {
        var spooled = spool.Waiting();
        Guid[] ids = [.. spooled.Union(origins.Select(origin => origin.Run))];
        if (ids.Length == 0) return [];
        await using var session = sessions.OpenSession();
        var runs = (await session.LoadManyAsync<ImportRun>(ct, ids)).ToDictionary(run => run.Id);
        foreach (var id in spooled)
            if (runs.TryGetValue(id, out var run) ? IsOver(run) : spool.WrittenAt(id) < clock.GetUtcNow() - Abandoned) spool.Remove(id);
        foreach (var run in runs.Values.Where(run => run.Node is null && spool.Holds(run.Id) && !IsOver(run)).ToList()) runs[run.Id] = await AdoptAsync(run.Id, ct) ?? run;
        return [.. runs.Values.Where(run => !IsOver(run)).OrderBy(run => run.StartedAt)];
    }

    /// <summary>True once nothing is to be done for a run any more; one that was taken for lost goes on where its files are, and one that was given up when somebody says so.</summary>
    public static bool IsOver(ImportRun run) => run is { HasEnded: true, CanGoOn: false } && !LostImportJob.IsTakenForLost(run);

    private async Task<ImportRun?> AdoptAsync(Guid id, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await RunTurn.TakeAsync(session, id, ct) is not { Node: null } run || IsOver(run)) return null;
        session.Store(run = run with { Node = node.Value });
        await session.SaveChangesAsync(ct);
        return run;
    }
}
