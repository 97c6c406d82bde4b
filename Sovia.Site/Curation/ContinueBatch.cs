using Marten;
using Npgsql;

namespace Sovia.Curation;

/// <summary>
/// Runs a queued batch from its current part to the end. Each part and its progress commit in one transaction, so no post is changed twice.
/// </summary>
public sealed class ContinueBatch(ISessionFactory sessions, EndBatch stop)
{
    /// <summary>Runs the remaining parts of the batch.</summary>
    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        for (var state = await LoadAsync(id, ct); state is not null; ct.ThrowIfCancellationRequested())
            state = state.Work.Change is { } change ? await ChangeAsync(state, change, ct) : await UndoAsync(state, ct);
        await stop.RunAsync(id, BatchState.Finished, null, ct);
        await using var session = sessions.QuerySession();
        if (await session.LoadAsync<Batch>(id, ct) is { } batch) await AnnotationUpdate.AnalyzeTablesAsync(sessions, batch, ct);
    }

    private async Task<RunState?> LoadAsync(Guid id, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        if (await session.LoadAsync<BatchWork>(id, ct) is not { } work || await session.LoadAsync<Batch>(id, ct) is not { } batch)
            return null;
        return new(work, batch, work.Undoes is { } undone ? await session.LoadAsync<Batch>(undone, ct) : null);
    }

    // Returns the state after the next part; null if there is no further part.
    private async Task<RunState?> ChangeAsync(RunState state, Change change, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await ReadPartAsync(session, state.Work, ct) is not { } posts) return null;
        var update = await AnnotationUpdate.BeginAsync(session, posts, change.Liked is not null, change.ChangesVisibility, ct);
        if (await IsOutdatedAsync(session, state.Work, ct)) return await LoadAsync(state.Work.Id, ct);
        var laterChanges = await LaterChanges.ReadAsync(session, state.Batch, posts, ct);
        var changed = await update.WriteAsync(post => laterChanges.Merge(post.Annotation, change.ApplyTo(post, state.Batch.At)), ct);
        var tally = AnnotationUpdate.CountByField(changed, state.Work.Tally);
        List<SkippedField> skipped = [.. laterChanges.SkippedFields.Union(update.Locked)];
        var batch = Advance(state.Batch, posts.Length, changed.Count) with { Left = state.Batch.Left + skipped.Count };
        if (tally.Count > 0) batch = batch with { Text = ChangeText.Describe(update.LockedCollections.RemoveLocked(change), tally) };
        if (changed.Count > 0) session.Events.Append(batch.Id, new PostsChanged(changed));
        if (skipped.Count > 0) session.Events.Append(batch.Id, new FieldsLeft(skipped));
        session.Store(batch);
        return await SaveAsync(session, state with { Batch = batch, Work = state.Work with { Part = state.Work.Part + 1, Tally = tally } },
            ct);
    }

    private async Task<RunState?> UndoAsync(RunState state, CancellationToken ct)
    {
        var undone = state.Undone!;
        await using var session = sessions.OpenSession();
        var part = state.Work.Part + 1;
        if (await session.Events.FetchStreamAsync(undone.Id, version: part, fromVersion: part, token: ct) is not [var entry]) return null;
        var changedPosts = entry.Data is PostsChanged { Posts: var posts } ? posts : [];
        var listedFields = await SkippedFieldReader.ReadAsync(session, state.Work.ListedBy,
            [.. changedPosts.Select(post => post.Before.Id)], ct);
        var revert = new RevertChanges(changedPosts, state.Work.IsForced, listedFields);
        var update = await AnnotationUpdate.BeginAsync(session, revert.Ids, withLikes: false, revert.ChangesVisibility, ct);
        if (await IsOutdatedAsync(session, state.Work, ct)) return await LoadAsync(state.Work.Id, ct);
        var changed = await update.WriteAsync(revert.Revert, ct);
        var batch = Advance(state.Batch, revert.Ids.Count, changed.Count);
        List<SkippedField> skipped = [.. revert.SkippedFields.Union(update.Locked)];
        batch = batch with { Left = batch.Left + skipped.Count, Text = batch.Count > 0 ? UndoBatch.DescribeUndo(undone) : batch.Text };
        undone = UndoBatch.StoreUndo(session, batch, undone, changed, skipped);
        return await SaveAsync(session, new(state.Work with { Part = part }, batch, undone), ct);
    }

    private static async Task<RunState> SaveAsync(IDocumentSession session, RunState state, CancellationToken ct)
    {
        session.Store(state.Work);
        await session.SaveChangesAsync(ct);
        return state;
    }

    private static Batch Advance(Batch batch, int processedCount, int changedCount) =>
        batch with { State = BatchState.Running, Done = batch.Done + processedCount, Count = batch.Count + changedCount };

    // True if the batch was stopped, or if another node has written this part because this node lost its lock unnoticed.
    private static async Task<bool> IsOutdatedAsync(IDocumentSession session, BatchWork work, CancellationToken ct) =>
        await session.LoadAsync<BatchWork>(work.Id, ct) is not { } current || current.Part != work.Part;

    private static async Task<Guid[]?> ReadPartAsync(IDocumentSession session, BatchWork work, CancellationToken ct)
    {
        await using var command =
            new NpgsqlCommand("select posts from sovia.batch_part where tenant_id = $1 and batch = $2 and number = $3")
            {
                Parameters = { new() { Value = session.TenantId }, new() { Value = work.Id }, new() { Value = work.Part } },
            };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        return await reader.ReadAsync(ct) ? reader.GetFieldValue<Guid[]>(0) : null;
    }

    // In-memory state between two parts. Only EndBatch writes the batch concurrently, and then it deletes the BatchWork.
    private sealed record RunState(BatchWork Work, Batch Batch, Batch? Undone);
}
