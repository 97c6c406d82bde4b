using Marten;
using Sovia.Curation;

namespace Sovia.Culling;

/// <summary>Stores tournaments, so that they can be continued on any device and keep their order.</summary>
public sealed class TournamentStore(ISessionFactory sessions)
{
    /// <summary>The maximum number of comparisons of a tournament.</summary>
    public const int MaxComparisons = 2_000;

    /// <summary>Loads the tournament of a family; an empty one if nothing was compared yet.</summary>
    public async Task<Tournament> LoadAsync(Guid root, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await session.LoadAsync<Tournament>(root, ct) ?? new() { Id = root };
    }

    /// <summary>Adds a comparison. Concurrent additions are all kept.</summary>
    public Task<Tournament> AddAsync(Guid root, PairComparison comparison, CancellationToken ct) => ChangeAsync(root, tournament =>
        tournament.Comparisons.Count < MaxComparisons ? tournament.Add(comparison) : tournament, ct);

    /// <summary>Removes the last comparison.</summary>
    public Task<Tournament> RemoveLastAsync(Guid root, CancellationToken ct) =>
        ChangeAsync(root, tournament => tournament.RemoveLast(), ct);

    private async Task<Tournament> ChangeAsync(Guid root, Func<Tournament, Tournament> change, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await AnnotationLock.AcquireAsync(session, ct);
        var changed = change(await session.LoadAsync<Tournament>(root, ct) ?? new() { Id = root });
        if (changed.IsEmpty) session.Delete<Tournament>(root);
        else session.Store(changed);
        await session.SaveChangesAsync(ct);
        return changed;
    }
}
