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
        for (var going = await LoadAsync(id, ct); going is not null; ct.ThrowIfCancellationRequested())
            going = going.Work.Change is { } change ? await ChangeAsync(going, change, ct) : await UndoAsync(going, ct);
        await stop.RunAsync(id, BatchState.Finished, null, ct);
        await using var session = sessions.QuerySession();
        if (await session.LoadAsync<Batch>(id, ct) is { } batch) await AnnotationUpdate.AnalyzeTablesAsync(sessions, batch, ct);
    }

    private async Task<Going?> LoadAsync(Guid id, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        if (await session.LoadAsync<BatchWork>(id, ct) is not { } work || await session.LoadAsync<Batch>(id, ct) is not { } batch)
            return null;
        return new(work, batch, work.Undoes is { } undone ? await session.LoadAsync<Batch>(undone, ct) : null);
    }

    // Returns the state after the next part; null if there is no further part.
    private async Task<Going?> ChangeAsync(Going going, Change change, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await PostsAsync(session, going.Work, ct) is not { } posts) return null;
        var changing = await AnnotationUpdate.BeginAsync(session, posts, change.Liked is not null, change.MovesPosts, ct);
        if (await IsElsewhereAsync(session, going.Work, ct)) return await LoadAsync(going.Work.Id, ct);
        var later = await LaterChanges.ReadAsync(session, going.Batch, posts, ct);
        var changed = await changing.WriteAsync(post => later.Merge(post.Annotation, change.ApplyTo(post, going.Batch.At)), ct);
        var tally = AnnotationUpdate.CountByField(changed, going.Work.Tally);
        List<SkippedField> left = [.. later.SkippedFields.Union(changing.Locked)];
        var batch = Further(going.Batch, posts.Length, changed.Count) with { Left = going.Batch.Left + left.Count };
        if (tally.Count > 0) batch = batch with { Text = ChangeText.Describe(changing.LockedCollections.Exclude(change), tally) };
        if (changed.Count > 0) session.Events.Append(batch.Id, new PostsChanged(changed));
        if (left.Count > 0) session.Events.Append(batch.Id, new FieldsLeft(left));
        session.Store(batch);
        return await SaveAsync(session, going with { Batch = batch, Work = going.Work with { Part = going.Work.Part + 1, Tally = tally } },
            ct);
    }

    private async Task<Going?> UndoAsync(Going going, CancellationToken ct)
    {
        var undone = going.Undone!;
        await using var session = sessions.OpenSession();
        var part = going.Work.Part + 1;
        if (await session.Events.FetchStreamAsync(undone.Id, version: part, fromVersion: part, token: ct) is not [var one]) return null;
        var before = one.Data is PostsChanged { Posts: var changes } ? changes : [];
        var listed = await ListedFields.ReadAsync(session, going.Work.ListedBy, [.. before.Select(post => post.Before.Id)], ct);
        var setting = new RevertChanges(before, going.Work.IsForced, listed);
        var changing = await AnnotationUpdate.BeginAsync(session, setting.Ids, withLikes: false, setting.MovesPosts, ct);
        if (await IsElsewhereAsync(session, going.Work, ct)) return await LoadAsync(going.Work.Id, ct);
        var changed = await changing.WriteAsync(setting.Revert, ct);
        var batch = Further(going.Batch, setting.Ids.Count, changed.Count);
        List<SkippedField> left = [.. setting.SkippedFields.Union(changing.Locked)];
        batch = batch with { Left = batch.Left + left.Count, Text = batch.Count > 0 ? UndoBatch.DescribeUndo(undone) : batch.Text };
        undone = UndoBatch.StoreUndo(session, batch, undone, changed, left);
        return await SaveAsync(session, new(going.Work with { Part = part }, batch, undone), ct);
    }

    private static async Task<Going> SaveAsync(IDocumentSession session, Going next, CancellationToken ct)
    {
        session.Store(next.Work);
        await session.SaveChangesAsync(ct);
        return next;
    }

    private static Batch Further(Batch batch, int done, int changed) =>
        batch with { State = BatchState.Running, Done = batch.Done + done, Count = batch.Count + changed };

    // True if the batch was stopped, or if another node has written this part after losing its lock unnoticed.
    private static async Task<bool> IsElsewhereAsync(IDocumentSession session, BatchWork work, CancellationToken ct) =>
        await session.LoadAsync<BatchWork>(work.Id, ct) is not { } now || now.Part != work.Part;

    private static async Task<Guid[]?> PostsAsync(IDocumentSession session, BatchWork work, CancellationToken ct)
    {
        await using var command =
            new NpgsqlCommand("select posts from sovia.batch_part where tenant_id = $1 and batch = $2 and number = $3")
            {
                Parameters = { new() { Value = session.TenantId }, new() { Value = work.Id }, new() { Value = work.Part } },
            };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        return await reader.ReadAsync(ct) ? reader.GetFieldValue<Guid[]>(0) : null;
    }

    // In-memory state between two parts. Only EndBatch writes it concurrently, and BatchWork shows when it has.
    private sealed record Going(BatchWork Work, Batch Batch, Batch? Undone);
}
