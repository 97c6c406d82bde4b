using Marten;
using Npgsql;
using Sovia.Library.Writing;

namespace Sovia.Curation;

/// <summary>Changes some posts in the session's transaction, under the library's annotation lock.</summary>
internal sealed class AnnotationUpdate
{
    private const int AnalyzeThreshold = 500;

    // ANALYZE is skipped if the table had more than this many times the batch's rows, because the batch then hardly changes the statistics.
    private const long MaxTableRatio = 10;

    private readonly IDocumentSession session;
    private readonly AnnotationWriter writer;
    private readonly bool changesVisibility;

    private AnnotationUpdate(IDocumentSession session, bool changesVisibility) =>
        (this.session, this.changesVisibility, writer) = (session, changesVisibility, new(session));

    /// <summary>The requested posts that exist in the library.</summary>
    public IReadOnlyCollection<PostSnapshot> Posts { get; private set; } = [];

    /// <summary>Posts whose collections were changed only in part or not at all, because some of those collections are locked.</summary>
    public IReadOnlyList<SkippedField> Locked { get; private set; } = [];

    /// <summary>The locked collections; empty if the change affects no collection.</summary>
    public LockedCollections LockedCollections { get; private set; } = LockedCollections.None;

    /// <summary>Begins the transaction, waits for the lock and reads the posts.</summary>
    /// <param name="session">The session.</param>
    /// <param name="ids">IDs of the posts; IDs not in the library are ignored.</param>
    /// <param name="withLikes">Whether to read when the sources of the likes were last seen.</param>
    /// <param name="changesVisibility">Whether the change can remove posts from lists or return them. Families and the text index then
    /// change too, so the library's write lock is taken as well.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<AnnotationUpdate> BeginAsync(IDocumentSession session, IReadOnlyCollection<Guid> ids, bool withLikes,
        bool changesVisibility, CancellationToken ct)
    {
        if (changesVisibility) await LibraryWriteLock.AcquireAsync(session, ct);
        var update = new AnnotationUpdate(session, changesVisibility);
        update.Posts = await update.writer.ReadAsync(ids, withLikes, ct);
        return update;
    }

    /// <summary>Applies the change to each post and writes the results.</summary>
    /// <param name="change">Returns the new annotation of a post.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The posts that actually changed.</returns>
    public async Task<IReadOnlyList<ChangedPost>> WriteAsync(Func<PostSnapshot, Annotation> change, CancellationToken ct)
    {
        var changed = new List<(ChangedPost Post, Annotation After)>();
        foreach (var before in Posts)
            if (change(before) is var after && ChangedPost.Compare(before.Annotation, after) is { } post) changed.Add((post, after));
        if (changed.Exists(c => c.Post.Fields.Contains(AnnotationField.Collections))) changed = await ProtectLockedAsync(changed, ct);
        if (changed.Count == 0) return [];
        await writer.WriteAsync([.. changed.Select(c => c.After)], ct);
        Guid[] movedIds = changesVisibility
            ? [.. changed.Where(c => c.Post.Fields.Any(AnnotationField.ChangesVisibility)).Select(c => c.After.Id)]
            : [];
        // Family cards, counts and text cover only listed posts, so they change when a post enters or leaves lists.
        if (movedIds.Length > 0)
            await RefreshFamilies.RefreshAsync(session, [.. await PostDocumentReader.ReadByIdsAsync(session, movedIds, ct)], [], ct);
        return [.. changed.Select(c => c.Post)];
    }

    private async Task<List<(ChangedPost Post, Annotation After)>> ProtectLockedAsync(
        IReadOnlyList<(ChangedPost Post, Annotation After)> changed, CancellationToken ct)
    {
        LockedCollections = await LockedCollections.ReadAsync(session, ct);
        var (originals, remaining, skipped) = (Posts.ToDictionary(post => post.Annotation.Id, post => post.Annotation),
            new List<(ChangedPost, Annotation)>(), new List<SkippedField>());
        foreach (var (_, after) in changed)
            if (LockedCollections.Protect(originals[after.Id], after, skipped) is var allowed
                && ChangedPost.Compare(originals[after.Id], allowed) is { } post) remaining.Add((post, allowed));
        Locked = skipped;
        return remaining;
    }

    /// <summary>Counts the changed posts of each field, and adds the counts of earlier parts.</summary>
    public static Dictionary<string, int> CountByField(IEnumerable<ChangedPost> changed, IReadOnlyDictionary<string, int>? earlier = null)
    {
        var counts = new Dictionary<string, int>(earlier ?? new Dictionary<string, int>());
        foreach (var field in changed.SelectMany(post => post.Fields)) counts[field] = counts.GetValueOrDefault(field) + 1;
        return counts;
    }

    /// <summary>
    /// Runs ANALYZE after a batch that is large for the library, because the planner would otherwise use the statistics of a small table
    /// until autovacuum runs.
    /// </summary>
    public static async Task AnalyzeTablesAsync(ISessionFactory sessions, Batch batch, CancellationToken ct)
    {
        if (batch.Count < AnalyzeThreshold) return;
        await using var session = sessions.QuerySession();
        await using (var reader = await session.ExecuteReaderAsync(
            new NpgsqlCommand("select reltuples from pg_class where oid = 'sovia.post_annotation'::regclass"), ct))
            if (await reader.ReadAsync(ct) && reader.GetFloat(0) > batch.Count * MaxTableRatio) return;
        await using (await session.ExecuteReaderAsync(new NpgsqlCommand("analyze sovia.post_annotation, sovia.family_annotation"), ct)) { }
    }
}
