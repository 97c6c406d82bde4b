using Marten;
using Sovia.Index;
using Sovia.Index.Versions;
using Sovia.Library;
using Sovia.Library.Writing;

namespace Sovia.Import;

/// <summary>
/// Merges a batch into the library: posts, the links between them, and their families. Prepares the changes without a lock; they stay
/// valid until another writer changes what they were prepared from.
/// </summary>
/// <param name="session">The session to read in during the preparation.</param>
/// <param name="file">The name of the file.</param>
/// <param name="batch">The posts of the batch.</param>
/// <param name="dryRun">True to only count.</param>
internal sealed class MergeBatch(IQuerySession session, string file, IReadOnlyList<IncomingPost> batch, bool dryRun)
{
    private readonly PostChangeBuilder draft = new(session);
    private readonly Dictionary<Guid, Post> shown = [];
    private readonly Dictionary<Guid, IReadOnlyList<SourceRecord>> statements = [];
    private readonly Dictionary<Guid, string> paths = [];
    private readonly List<ImportIssue> issues = [];
    private readonly Dictionary<Guid, ImportIssue> missed = [];
    private ExistingPosts known = ExistingPosts.Empty;
    private IReadOnlyDictionary<Guid, Visibility> aside = new Dictionary<Guid, Visibility>();
    private LineageResolver settled = new([]);
    private PostWriteOperation? writing;

    /// <summary>The library version from which the changes were prepared.</summary>
    public long BasedOnVersion { get; private set; }

    /// <summary>True if the batch changes anything.</summary>
    public bool HasChanges => writing is { Roots.Count: > 0 };

    /// <summary>Prepares the changes.</summary>
    public async Task<MergeBatch> PrepareAsync(CancellationToken ct)
    {
        BasedOnVersion = await LibraryStateCache.ReadVersionAsync(session, ct);
        Guid[] ids = [.. batch.Select(incomingPost => incomingPost.Post.Id).Distinct()];
        known = await ExistingPosts.ReadAsync(session, ids, ct);
        aside = await UnlistedPostReader.ReadAsync(session, ids, ct);
        var news = batch.Where(incomingPost => !known.IsAlreadyRecorded(incomingPost)).ToList();
        await draft.ReadPostsAsync(news.Select(incomingPost => incomingPost.Post.Id).Distinct(), known.Contains, ct);
        shown.EnsureCapacity(news.Count);
        statements.EnsureCapacity(news.Count);
        paths.EnsureCapacity(news.Count);
        foreach (var incomingPost in news) AddPost(incomingPost);
        foreach (var (id, said) in statements)
            draft.SetPost(PostMerger.Merge(draft.OriginalPosts.GetValueOrDefault(id) ?? shown[id], said));
        settled = await draft.ResolveLineageAsync(ct);
        AddLineageIssues(news);
        if (!dryRun) writing = await PostWriteOperation.PrepareAsync(session, draft.BuildChange(settled), ct);
        return this;
    }

    /// <summary>True if this batch was prepared from posts or families that the other batch writes.</summary>
    public bool ConflictsWith(MergeBatch other) =>
        other.writing is { } writes && (writes.Roots.Any(root => draft.HasReadFamily(root) || known.ContainsFamily(root))
            || other.settled.Posts.Keys.Any(draft.HasRead)
            || batch.Any(incomingPost => other.settled.Posts.ContainsKey(incomingPost.Post.Id)));

    /// <summary>Writes new and changed posts in the session's transaction.</summary>
    public Task WriteAsync(IDocumentSession writer, CancellationToken ct) => writing?.ExecuteAsync(writer, ct) ?? Task.CompletedTask;

    /// <summary>Counts the outcomes, and records in the session's transaction what the run brought.</summary>
    public void RecordResults(IDocumentSession writer, ImportTally tally)
    {
        foreach (var issue in issues) tally.Add(issue);
        foreach (var (parent, issue) in missed) tally.AddMissingParent(parent, issue);
        ImportedRecordStore.Add(writer, tally.RunId, batch);
        ImportedPostWriter.Enlist(writer, tally.RunId, statements.Keys.Where(id => IsChanged(settled.Posts[id])), id => IsNew(id)
            && !tally.Contains(id));
        foreach (var id in batch.Select(incomingPost => incomingPost.Post.Id).Distinct())
            if (settled.Posts.TryGetValue(id, out var post)) RecordResults(post, tally);
            else tally.Add(id, known.GetKind(id), GetOutcome(id, PostOutcome.Unchanged), known.GetRootId(id));
        foreach (var gone in writing?.RemovedRoots ?? []) tally.RemoveFamily(gone);
    }

    private void AddPost(IncomingPost incomingPost)
    {
        var stated = incomingPost.Post;
        paths[stated.Id] = incomingPost.Path;
        var before = draft.OriginalPosts.GetValueOrDefault(stated.Id);
        var set = statements.GetValueOrDefault(stated.Id) ?? (before is null ? [] : SourceRecordSet.FromPost(before));
        statements[stated.Id] = SourceRecordSet.With(set, incomingPost.SourceRecord);
        if (!shown.TryAdd(stated.Id, before is null or { IsStub: true } ? stated : before) || before is not null)
            if (PostConflicts.FindFields(shown[stated.Id], stated) is { Count: > 0 } conflicts)
                AddIssue(IssueCode.Conflict, stated.Id,
                    $"Another source stated {string.Join(", ", conflicts)} differently. The richer or newer one is shown, both are kept.");
    }

    private void AddLineageIssues(IReadOnlyList<IncomingPost> news)
    {
        foreach (var id in news.Select(incomingPost => incomingPost.Post.Id))
            if (settled.Posts[id].ParentId is { } parent && settled.Posts[parent].IsStub && !draft.OriginalPosts.ContainsKey(parent)
                && !missed.ContainsKey(parent))
                missed[parent] = CreateIssue(IssueCode.ParentMissing, id, $"Made from {parent}, which hasn't been imported yet.");
        foreach (var id in settled.BrokenCycles.Where(id => !draft.OriginalPosts.TryGetValue(id, out var before)
            || before.ParentId is not null))
            AddIssue(IssueCode.Cycle, id,
                $"The item would be its own ancestor through {PostMerger.FindParentId(id, settled.Posts[id].Statements)}, so the link was dropped.");
    }

    private void RecordResults(Post post, ImportTally tally) =>
        tally.Add(post.Id, post.Kind, GetOutcome(post.Id, IsNew(post.Id) ? PostOutcome.New
        : IsChanged(post) ? PostOutcome.Changed : PostOutcome.Unchanged), post.RootId);

    // Trashed posts stay in the trash. Their source records are stored, and show if the post is restored.
    private PostOutcome GetOutcome(Guid id, PostOutcome outcome) =>
        aside.GetValueOrDefault(id) >= Visibility.Trashed ? PostOutcome.Trashed : outcome;

    private bool IsNew(Guid id) => !draft.OriginalPosts.TryGetValue(id, out var before) || before.IsStub;

    // A source that repeats what it said before is no change.
    private bool IsChanged(Post post) =>
        IsNew(post.Id) || draft.OriginalPosts[post.Id] is var before
        && (!before.Raw.SequenceEqual(post.Raw) || before.ParentId != post.ParentId || before.Liked != post.Liked
            || PostConflicts.FindFields(before, post).Count > 0);

    private void AddIssue(string code, Guid id, string reason) => issues.Add(CreateIssue(code, id, reason));

    private ImportIssue CreateIssue(string code, Guid id, string reason) => new(code, file, paths.GetValueOrDefault(id, "$"), reason);
}
