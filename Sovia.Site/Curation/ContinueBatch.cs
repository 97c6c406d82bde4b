using Marten;
using Npgsql;

namespace Sovia.Curation;

/// <summary>Does a queued batch from where it stands to its end. Each part is one transaction with how far the batch is, so that no post is changed twice.</summary>
public sealed class ContinueBatch(ISessionFactory sessions, StopBatch stop)
{
    /// <summary>Does it.</summary>
    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        while (await PartAsync(id, ct)) ct.ThrowIfCancellationRequested();
        await stop.RunAsync(id, BatchState.Finished, null, ct);
        await using var session = sessions.QuerySession();
        if (await session.LoadAsync<Batch>(id, ct) is { } batch) await ChangingPosts.SettleAsync(sessions, batch, ct);
    }

    // False where there is no other part.
    private async Task<bool> PartAsync(Guid id, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await session.LoadAsync<BatchWork>(id, ct) is not { } work || await session.LoadAsync<Batch>(id, ct) is not { } batch) return false;
        if (work.Change is { } change)
        {
            if (await PostsAsync(session, work, ct) is not { } posts) return false;
            var changing = await ChangingPosts.ReadAsync(session, posts, change.Liked is not null, change.MovesPosts, ct);
            if (await IsElsewhereAsync(session, work, ct)) return true;
            var changed = await changing.WriteAsync(post => change.Of(post, batch.At), ct);
            var tally = ChangingPosts.Tally(changed, work.Tally);
            batch = Further(batch, posts.Length, changed.Count) with { Text = tally.Count > 0 ? ChangeText.Of(change, tally) : batch.Text };
            session.Store(batch);
            if (changed.Count > 0) session.Events.Append(id, new PostsChanged(changed));
            session.Store(work with { Part = work.Part + 1, Tally = tally });
        }
        else
        {
            var undone = (await session.LoadAsync<Batch>(work.Undoes!.Value, ct))!;
            if (await session.Events.FetchStreamAsync(undone.Id, version: work.Part + 1, fromVersion: work.Part + 1, token: ct) is not [var one]) return false;
            var setting = new SetBack(one.Data is PostsChanged { Posts: var before } ? before : []);
            var changing = await ChangingPosts.ReadAsync(session, setting.Ids, withLikes: false, setting.MovesPosts, ct);
            if (await IsElsewhereAsync(session, work, ct)) return true;
            var changed = await changing.WriteAsync(setting.Of, ct);
            batch = Further(batch, setting.Ids.Count, changed.Count);
            batch = batch with { Left = batch.Left + setting.Left.Count, Text = batch.Count > 0 ? UndoBatch.TextOf(undone) : batch.Text };
            UndoBatch.Note(session, batch, undone, changed, setting.Left);
            session.Store(work with { Part = work.Part + 1 });
        }
        await session.SaveChangesAsync(ct);
        return true;
    }

    private static Batch Further(Batch batch, int done, int changed) => batch with { State = BatchState.Running, Done = batch.Done + done, Count = batch.Count + changed };

    // It was stopped, or somebody who lost his lock without noticing has done this part.
    private static async Task<bool> IsElsewhereAsync(IDocumentSession session, BatchWork work, CancellationToken ct) =>
        await session.LoadAsync<BatchWork>(work.Id, ct) is not { } now || now.Part != work.Part;

    private static async Task<Guid[]?> PostsAsync(IDocumentSession session, BatchWork work, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select posts from sovia.batch_part where tenant_id = $1 and batch = $2 and number = $3")
        {
            Parameters = { new() { Value = session.TenantId }, new() { Value = work.Id }, new() { Value = work.Part } },
        };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        return await reader.ReadAsync(ct) ? reader.GetFieldValue<Guid[]>(0) : null;
    }
}
