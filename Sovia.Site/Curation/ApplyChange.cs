using Marten;
using Sovia.Library;

namespace Sovia.Curation;

/// <summary>
/// The one way in which a user changes something about posts. A transaction writes annotations, the rows that lists read, the state version, and
/// what was changed as events of the batch.
/// </summary>
public sealed class ApplyChange(ISessionFactory sessions, FindSelected selected, CurrentAccount account, TimeProvider clock)
{
    // A large batch is several transactions: a like meanwhile waits for one of them at the most.
    private const int AtOnce = 500;

    /// <summary>Applies a change to a selection.</summary>
    /// <returns>The batch, and how many posts were meant. One that dies in the middle leaves a batch of what it did.</returns>
    public async Task<ChangeResult> RunAsync(Selection selection, Change change, CancellationToken ct)
    {
        var now = Microseconds.Of(clock.GetUtcNow());
        var writing = new BatchWriter(sessions, () => Batch.Begun(now, account.Name), tally => ChangeText.Of(change, tally));
        var met = 0;
        foreach (var ids in (await selected.IdsAsync(selection, change.MovesPosts, ct)).Chunk(AtOnce))
        {
            if (await writing.AddAsync(ids, post => change.Of(post, now), change.Liked is not null, change.MovesPosts, ct) is not { } known) break;
            met += known;
        }
        await writing.SettleAsync(ct);
        return new(writing.Written, met, []);
    }
}
