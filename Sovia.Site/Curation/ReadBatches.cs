using Marten;

namespace Sovia.Curation;

/// <summary>Reads the history of what was changed.</summary>
public sealed class ReadBatches(IQuerySession session)
{
    /// <summary>Batches, the newest first.</summary>
    /// <param name="before">Only what is older than this batch; null to begin with the newest.</param>
    /// <param name="count">How many at the most.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<Batch>> PageAsync(Guid? before, int count, CancellationToken ct)
    {
        // Ids of batches sort by time.
        var batches = session.Query<Batch>().AsQueryable();
        if (before is { } id) batches = batches.Where(batch => batch.Id < id);
        return await batches.OrderByDescending(batch => batch.Id).Take(count).ToListAsync(ct);
    }

    /// <summary>One batch; null where there is none of the id.</summary>
    public Task<Batch?> ByIdAsync(Guid id, CancellationToken ct) => session.LoadAsync<Batch>(id, ct);

    /// <summary>The fields that an undo left so far, post by post.</summary>
    public async Task<IReadOnlyList<LeftField>> LeftAsync(Batch batch, CancellationToken ct) => batch.Left == 0 ? []
        : [.. (await session.Events.FetchStreamAsync(batch.Id, token: ct)).Select(one => one.Data).OfType<FieldsLeft>().SelectMany(left => left.Fields)];
}
