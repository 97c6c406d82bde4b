using Marten;
using Npgsql;
using Sovia.Library;
using Sovia.Library.Writing;

namespace Sovia.Curation;

/// <summary>Writes a batch some posts at a time, each in a transaction with the batch's text and number as they are by then.</summary>
/// <param name="sessions">Opens sessions on the library.</param>
/// <param name="begin">The batch without text or number; called when it is its turn, so that ids sort by when batches were written.</param>
/// <param name="describe">Says in words what changed: of each field, how many posts.</param>
internal sealed class BatchWriter(ISessionFactory sessions, Func<Batch> begin, Func<IReadOnlyDictionary<string, int>, string> describe)
{
    private const int Large = 500;

    private readonly Dictionary<string, int> tally = [];

    /// <summary>The batch as it was written; null as long as nothing has changed.</summary>
    public Batch? Written { get; private set; }

    /// <summary>Changes some posts.</summary>
    /// <param name="ids">The posts; those that the library does not have are passed over.</param>
    /// <param name="change">The annotation of a post as it is to be.</param>
    /// <param name="withLikes">Whether it asks when sources of likes were seen.</param>
    /// <param name="movesPosts">Whether any may leave lists or come back, which families and words follow; that takes the library's turn.</param>
    /// <param name="ct">Cancels: nothing of these posts is changed then.</param>
    /// <param name="also">What else to do in the transaction.</param>
    /// <returns>How many of the posts the library has; null where the batch was undone while it was being written, which ends it.</returns>
    public async Task<int?> AddAsync(
        IReadOnlyCollection<Guid> ids, Func<KnownPost, Annotation> change, bool withLikes, bool movesPosts, CancellationToken ct, Func<IDocumentSession, Batch, Task>? also = null)
    {
        await using var session = sessions.OpenSession();
        if (movesPosts) await LibraryTurn.TakeAsync(session, ct);
        var writer = new AnnotationWriter(session);
        var known = await writer.ReadAsync(ids, withLikes, ct);
        var changed = known.Select(post => Changed(post.Annotation, change(post))).OfType<(ChangedPost Post, Annotation After)>().ToList();
        if (changed.Count == 0) return known.Count;
        if (Written is not null && await session.LoadAsync<Batch>(Written.Id, ct) is { UndoneBy: not null }) return null;
        await writer.WriteAsync([.. changed.Select(one => one.After)], ct);
        if (movesPosts) await MoveAsync(session, [.. changed.Where(one => one.Post.Fields.Any(AnnotationField.MovesPosts)).Select(one => one.After.Id)], ct);
        var counted = new Dictionary<string, int>(tally);
        foreach (var field in changed.SelectMany(one => one.Post.Fields)) counted[field] = counted.GetValueOrDefault(field) + 1;
        var batch = (Written ?? begin()) with { Text = describe(counted), Count = (Written?.Count ?? 0) + changed.Count };
        session.Store(batch);
        session.Events.Append(batch.Id, new PostsChanged([.. changed.Select(one => one.Post)]));
        if (also is not null) await also(session, batch);
        await session.SaveChangesAsync(ct);
        Written = batch;
        foreach (var (field, count) in counted) tally[field] = count;
        return known.Count;
    }

    /// <summary>Takes statistics after a large batch: the planner would go by those of a small table until somebody else does.</summary>
    public async Task SettleAsync(CancellationToken ct)
    {
        if (Written is not { Count: >= Large }) return;
        await using var session = sessions.QuerySession();
        await using (await session.ExecuteReaderAsync(new NpgsqlCommand("analyze sovia.post_annotation, sovia.family_annotation"), ct)) { }
    }

    /// <summary>Notes how many fields an undo left, once that is known.</summary>
    public async Task LeaveAsync(int left, CancellationToken ct)
    {
        if (Written is null || left == 0) return;
        await using var session = sessions.OpenSession();
        Written = Written with { Left = left };
        session.Store(Written);
        await session.SaveChangesAsync(ct);
    }

    // Families follow: their cards, counts and words are of what lists show.
    private static async Task MoveAsync(IDocumentSession session, Guid[] ids, CancellationToken ct)
    {
        if (ids.Length > 0) await RefreshFamilies.OfAsync(session, [.. await ReadPosts.OfIdsAsync(session, ids, ct)], [], ct);
    }

    private static (ChangedPost, Annotation)? Changed(Annotation before, Annotation after)
    {
        var fields = AnnotationField.Differing(before, after);
        if (fields.IsEmpty) return null;
        return (new([.. fields.Select(field => field.Name)], AnnotationField.Only(before, fields), AnnotationField.Only(after, fields)), after);
    }
}
