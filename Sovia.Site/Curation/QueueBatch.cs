using System.Globalization;
using Marten;
using Sovia.Jobs;

namespace Sovia.Curation;

/// <summary>
/// Queues a large batch as a job. The posts are fixed here, because the batch may change the results of its own query.
/// </summary>
public sealed class QueueBatch(ISessionFactory sessions, EnqueueJob enqueue)
{
    /// <summary>Queues a change of many posts.</summary>
    public async Task<Batch> QueueChangeAsync(Batch batch, Change change, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        batch = batch with
        {
            Text = string.Create(CultureInfo.InvariantCulture, $"Changing {ids.Count:N0} items"),
            State = BatchState.Queued,
            Total = ids.Count
        };
        session.Store(batch);
        session.Store(new BatchWork { Id = batch.Id, Change = change });
        // Sorted, so that each part touches neighbouring index entries.
        foreach (var (number, part) in ids.Order().Chunk(ApplyChange.MaxPostsPerTransaction).Index())
            session.QueueSqlCommand("insert into sovia.batch_part (tenant_id, batch, number, posts) values (?, ?, ?, ?)", session.TenantId,
                batch.Id, number, part);
        await session.SaveChangesAsync(ct);
        await enqueue.RunAsync(BatchJob.JobName);
        return batch;
    }

    /// <summary>Queues the undo of a batch, or returns the undo that is already queued or running.</summary>
    public async Task<Batch> QueueUndoAsync(Batch batch, Batch undone, bool isForced, Guid? listedBy, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        // The lock makes two simultaneous requests queue one undo only.
        await AnnotationLock.AcquireAsync(session, ct);
        var queuedIds = await session.Query<BatchWork>().Where(work => work.Undoes == undone.Id).Select(work => work.Id).ToListAsync(ct);
        if (queuedIds is [var id, ..]) return (await session.LoadAsync<Batch>(id, ct))!;
        batch = batch with { Text = $"Undoing: {undone.Text}", State = BatchState.Queued, Total = undone.Count, Undoes = undone.Id };
        session.Store(batch);
        session.Store(new BatchWork { Id = batch.Id, Undoes = undone.Id, IsForced = isForced, ListedBy = listedBy });
        await session.SaveChangesAsync(ct);
        await enqueue.RunAsync(BatchJob.JobName);
        return batch;
    }
}
