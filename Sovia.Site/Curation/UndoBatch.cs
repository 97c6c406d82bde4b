using Marten;
using Sovia.Library;

namespace Sovia.Curation;

/// <summary>Undoes a batch, which may be an undo itself.</summary>
public sealed class UndoBatch(ISessionFactory sessions, CurrentAccount account, TimeProvider clock)
{
    /// <summary>Sets each field back that still has the value the batch gave it, and leaves the others.</summary>
    /// <returns>What came of it; null where there is no such batch.</returns>
    public async Task<ChangeResult?> RunAsync(Guid id, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        if (await session.LoadAsync<Batch>(id, ct) is not { } undone) return null;
        var now = Microseconds.Of(clock.GetUtcNow());
        var writing = new BatchWriter(sessions, () => Batch.Begun(now, account.Name) with { Undoes = id }, _ => $"Undid: {undone.Text}");
        var left = new List<LeftField>();
        var met = 0;
        foreach (var changed in (await session.Events.FetchStreamAsync(id, token: ct)).Select(one => one.Data).OfType<PostsChanged>())
        {
            var posts = changed.Posts.ToDictionary(post => post.Before.Id);
            var leaving = new List<LeftField>();
            var known = await writing.AddAsync(
                posts.Keys,
                post => SetBack(post.Annotation, posts[post.Annotation.Id], leaving),
                withLikes: false,
                changed.Posts.Any(post => post.Fields.Any(AnnotationField.MovesPosts)),
                ct,
                async (saving, batch) =>
                {
                    // As it is now: it may still be growing.
                    if (await saving.LoadAsync<Batch>(id, ct) is { } grown) saving.Store(grown with { UndoneBy = batch.Id });
                });
            if (known is null) break;
            met += known.Value;
            left.AddRange(leaving);
        }
        await writing.LeaveAsync(left.Count, ct);
        await writing.SettleAsync(ct);
        return new(writing.Written, met, left);
    }

    private static Annotation SetBack(Annotation now, ChangedPost changed, List<LeftField> left)
    {
        var back = now;
        foreach (var field in changed.Fields.Select(AnnotationField.Named))
        {
            if (field.Same(now, changed.After)) back = field.Copy(back, changed.Before);
            else if (!field.Same(now, changed.Before)) left.Add(new(now.Id, field.Name));
        }
        return back;
    }
}
