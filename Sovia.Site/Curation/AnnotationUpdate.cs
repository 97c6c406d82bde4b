using Marten;
using Npgsql;
using Sovia.Library.Writing;

namespace Sovia.Curation;

/// <summary>Changes some posts in the session's transaction, under the library's lock of annotations.</summary>
internal sealed class AnnotationUpdate
{
    private const int Large = 500;

    // A batch of a tenth of what statistics were taken of does not change them by much.
    private const long KnownTimes = 10;

    private readonly IDocumentSession session;
    private readonly AnnotationWriter writer;
    private readonly bool movesPosts;

    private AnnotationUpdate(IDocumentSession session, bool movesPosts) =>
        (this.session, this.movesPosts, writer) = (session, movesPosts, new(session));

    /// <summary>Those of the posts that the library has.</summary>
    public IReadOnlyCollection<PostSnapshot> Posts { get; private set; } = [];

    /// <summary>Posts whose collections stay as they are in part, because some of them are locked.</summary>
    public IReadOnlyList<SkippedField> Locked { get; private set; } = [];

    /// <summary>Begins the transaction, waits for its turn, and reads.</summary>
    /// <param name="session">The session.</param>
    /// <param name="ids">The posts; those that the library does not have are passed over.</param>
    /// <param name="withLikes">Whether to tell when the sources of their likes were seen.</param>
    /// <param name="movesPosts">Whether any may leave lists or come back, which families and words follow; that takes the library's
    /// turn.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<AnnotationUpdate> BeginAsync(IDocumentSession session, IReadOnlyCollection<Guid> ids, bool withLikes,
        bool movesPosts, CancellationToken ct)
    {
        if (movesPosts) await LibraryWriteLock.AcquireAsync(session, ct);
        var changing = new AnnotationUpdate(session, movesPosts);
        changing.Posts = await changing.writer.ReadAsync(ids, withLikes, ct);
        return changing;
    }

    /// <summary>Writes what the posts become.</summary>
    /// <param name="change">The annotation of a post as it is to be.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What really changed.</returns>
    public async Task<IReadOnlyList<ChangedPost>> WriteAsync(Func<PostSnapshot, Annotation> change, CancellationToken ct)
    {
        var changed = new List<(ChangedPost Post, Annotation After)>();
        foreach (var before in Posts)
            if (change(before) is var after && ChangedPost.Compare(before.Annotation, after) is { } post) changed.Add((post, after));
        changed = await LockedCollections.KeepAsync(session, Posts, changed, left => Locked = left, ct);
        if (changed.Count == 0) return [];
        await writer.WriteAsync([.. changed.Select(one => one.After)], ct);
        Guid[] moved = movesPosts ? [.. changed.Where(one => one.Post.Fields.Any(AnnotationField.MovesPosts)).Select(one => one.After.Id)]
            : [];
        // Families follow: their cards, counts and words are of what lists show.
        if (moved.Length > 0)
            await RefreshFamilies.RefreshAsync(session, [.. await PostDocumentReader.ReadByIdsAsync(session, moved, ct)], [], ct);
        return [.. changed.Select(one => one.Post)];
    }

    /// <summary>Of each field that changed, how many posts, with those of earlier parts.</summary>
    public static Dictionary<string, int> CountByField(IEnumerable<ChangedPost> changed, IReadOnlyDictionary<string, int>? earlier = null)
    {
        var tally = new Dictionary<string, int>(earlier ?? new Dictionary<string, int>());
        foreach (var field in changed.SelectMany(post => post.Fields)) tally[field] = tally.GetValueOrDefault(field) + 1;
        return tally;
    }

    /// <summary>
    /// Takes statistics after a batch that is large for the library: the planner would go by those of a small table until somebody else
    /// does.
    /// </summary>
    public static async Task AnalyzeTablesAsync(ISessionFactory sessions, Batch batch, CancellationToken ct)
    {
        if (batch.Count < Large) return;
        await using var session = sessions.QuerySession();
        await using (var reader =
            await session.ExecuteReaderAsync(
                new NpgsqlCommand("select reltuples from pg_class where oid = 'sovia.post_annotation'::regclass"), ct))
            if (await reader.ReadAsync(ct) && reader.GetFloat(0) > batch.Count * KnownTimes) return;
        await using (await session.ExecuteReaderAsync(new NpgsqlCommand("analyze sovia.post_annotation, sovia.family_annotation"), ct)) { }
    }
}
