using Marten;
using Npgsql;
using Sovia.Curation;
using Sovia.Index;
using Sovia.Index.Versions;

namespace Sovia.Collections;

/// <summary>Orders the members of a manual collection by hand. A move writes one row, whatever the number of members.</summary>
public sealed class OrderCollection(ISessionFactory sessions)
{
    private const string NotFoundMessage = "Collection not found. It may have been deleted.";

    /// <summary>Moves a member.</summary>
    /// <param name="id">The collection.</param>
    /// <param name="post">The member.</param>
    /// <param name="to">The target.</param>
    /// <param name="beside">The reference member of <see cref="MoveTarget.Before"/> and <see cref="MoveTarget.After"/>.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The reason why nothing was moved, as a sentence; null on success.</returns>
    public Task<string?> MoveAsync(Guid id, Guid post, MoveTarget to, Guid? beside, CancellationToken ct) => ChangeAsync(id, async places =>
    {
        if (!await places.ContainsAsync(post, ct)) return ("This item is not in the collection.", false);
        var target = to is MoveTarget.Before or MoveTarget.After ? beside : post;
        if (target is not { } anchor || (to is MoveTarget.Before or MoveTarget.After
            && (anchor == post || !await places.ContainsAsync(anchor, ct))))
            return ("This position doesn't exist in the collection.", false);
        if (to == MoveTarget.Bottom || await places.FindPositionAsync(anchor, ct) is null
            || await places.FindPositionAsync(post, ct) is null)
            await places.AssignMissingPositionsAsync(ct);
        if (to is MoveTarget.Top or MoveTarget.Bottom)
            return (null, await places.MoveAsync(post, await places.FindEndPositionAsync(to == MoveTarget.Bottom, ct), ct));
        if (await FindGapAsync(places, post, anchor, to, ct) is (var freePlace, false))
            return (null, freePlace is { } place && await places.MoveAsync(post, place, ct));
        // The gap has been halved too often to fit another position.
        await places.RenumberAsync(ct);
        return (null, await FindGapAsync(places, post, anchor, to, ct) is ({ } newPlace, _) && await places.MoveAsync(post, newPlace, ct));
    }, ct);

    /// <summary>Sets the order of the members once. Later changes to the posts do not reorder them.</summary>
    /// <param name="id">The collection.</param>
    /// <param name="posts">The members in the new order.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The reason why nothing was changed, as a sentence; null on success.</returns>
    public Task<string?> SortAsync(Guid id, IEnumerable<Guid> posts, CancellationToken ct) => ChangeAsync(id, async places =>
    {
        await places.SetOrderAsync([.. posts], ct);
        return (null, true);
    }, ct);

    // Returns the new position and whether the gap is full; no position if the member is already at that end.
    private static async Task<(double? Place, bool IsFull)> FindGapAsync(MemberPositions places, Guid post, Guid anchor, MoveTarget to,
        CancellationToken ct)
    {
        var place = (await places.FindPositionAsync(anchor, ct))!.Value;
        var isDown = to is MoveTarget.Down or MoveTarget.After;
        var neighbours = await places.FindNeighboursAsync(place, anchor, isDown, post, ct);
        if (isDown && neighbours.Length < 2)
        {
            // Members without a position follow the others and need one before they can be moved past.
            await places.AssignMissingPositionsAsync(ct);
            neighbours = await places.FindNeighboursAsync(place, anchor, isDown, post, ct);
        }
        // The gap is between the named member and its neighbour, or beyond the neighbour that is passed.
        double[] bounds = to is MoveTarget.Before or MoveTarget.After ? [place, .. neighbours] : neighbours;
        if (bounds.Length == 0) return (null, false);
        return MemberPositions.Between(bounds[0], bounds.Length > 1 ? bounds[1] : null, isDown) is { } middle ? (middle, false)
            : (null, true);
    }

    // The change returns its problem and whether the order has changed. If it has not, nothing is written.
    private async Task<string?> ChangeAsync(Guid id, Func<MemberPositions, Task<(string? Problem, bool IsChanged)>> change,
        CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await AnnotationLock.AcquireAsync(session, ct);
        if (await session.LoadAsync<Collection>(id, ct) is not { DeletedAt: null } collection) return NotFoundMessage;
        if (collection.IsSmart) return "A smart collection has no order of its own.";
        if (collection.Locked) return $"{collection.Name} is locked. Unlock it on its page to change its order.";
        var (problem, isChanged) = await change(new(session, id));
        if (problem is not null || !isChanged) return problem;
        List<NpgsqlBatchCommand> commands = [AnnotationRows.CreateAdvanceVersionCommand(session.TenantId, LibraryStateCache.Channel)];
        // Stored even if unchanged, because a session without changes does not commit the SQL above.
        session.Store(collection with { Ordered = true });
        if (!collection.Ordered) commands.Add(EditCollections.CreateStampCommand(session.TenantId));
        await EditCollections.ExecuteAsync(session, commands, ct);
        await session.SaveChangesAsync(ct);
        return null;
    }
}
