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
    private readonly PostChangeBuilder builder = new(session);
    private readonly Dictionary<Guid, Post> shownPosts = [];
    private readonly Dictionary<Guid, IReadOnlyList<SourceRecord>> sourceRecords = [];
    private readonly Dictionary<Guid, string> paths = [];
    private readonly List<ImportIssue> issues = [];
    private readonly Dictionary<Guid, ImportIssue> missingParents = [];
    private ExistingPosts existing = ExistingPosts.Empty;
    private IReadOnlyDictionary<Guid, Visibility> visibilities = new Dictionary<Guid, Visibility>();
    private LineageResolver lineage = new([]);
    private PostWriteOperation? writeOperation;

    /// <summary>The library version from which the changes were prepared.</summary>
    public long BasedOnVersion { get; private set; }

    /// <summary>True if the batch changes anything.</summary>
    public bool HasChanges => writeOperation is { Roots.Count: > 0 };

    /// <summary>Prepares the changes.</summary>
    public async Task<MergeBatch> PrepareAsync(CancellationToken ct)
    {
        BasedOnVersion = await LibraryStateCache.ReadVersionAsync(session, ct);
        Guid[] ids = [.. batch.Select(incomingPost => incomingPost.Post.Id).Distinct()];
        existing = await ExistingPosts.ReadAsync(session, ids, ct);
        visibilities = await UnlistedPostReader.ReadAsync(session, ids, ct);
        var newPosts = batch.Where(incomingPost => !existing.IsAlreadyRecorded(incomingPost)).ToList();
        await builder.ReadPostsAsync(newPosts.Select(incomingPost => incomingPost.Post.Id).Distinct(), existing.Contains, ct);
        shownPosts.EnsureCapacity(newPosts.Count);
        sourceRecords.EnsureCapacity(newPosts.Count);
        paths.EnsureCapacity(newPosts.Count);
        foreach (var incomingPost in newPosts) AddPost(incomingPost);
        foreach (var (id, records) in sourceRecords)
            builder.SetPost(PostMerger.Merge(builder.OriginalPosts.GetValueOrDefault(id) ?? shownPosts[id], records));
        lineage = await builder.ResolveLineageAsync(ct);
        AddLineageIssues(newPosts);
        if (!dryRun) writeOperation = await PostWriteOperation.PrepareAsync(session, builder.BuildChange(lineage), ct);
        return this;
    }

    /// <summary>True if this batch was prepared from posts or families that the other batch writes.</summary>
    public bool ConflictsWith(MergeBatch other) =>
        other.writeOperation is { } otherWrite && (otherWrite.Roots.Any(root => builder.HasReadFamily(root)
            || existing.ContainsFamily(root))
            || other.lineage.Posts.Keys.Any(builder.HasRead)
            || batch.Any(incomingPost => other.lineage.Posts.ContainsKey(incomingPost.Post.Id)));

    /// <summary>Writes new and changed posts in the session's transaction.</summary>
    public Task WriteAsync(IDocumentSession writer, CancellationToken ct) => writeOperation?.ExecuteAsync(writer, ct) ?? Task.CompletedTask;

    /// <summary>Counts the outcomes, and records the posts and source records of the run in the session's transaction.</summary>
    public void RecordResults(IDocumentSession writer, ImportTally tally)
    {
        foreach (var issue in issues) tally.Add(issue);
        foreach (var (parent, issue) in missingParents) tally.AddMissingParent(parent, issue);
        ImportedRecordStore.Add(writer, tally.RunId, batch);
        ImportedPostWriter.Enlist(writer, tally.RunId, sourceRecords.Keys.Where(id => IsChanged(lineage.Posts[id])), id => IsNew(id)
            && !tally.Contains(id));
        foreach (var id in batch.Select(incomingPost => incomingPost.Post.Id).Distinct())
            if (lineage.Posts.TryGetValue(id, out var post)) RecordResult(post, tally);
            else tally.Add(id, existing.GetKind(id), GetOutcome(id, PostOutcome.Unchanged), existing.GetRootId(id));
        foreach (var removedRoot in writeOperation?.RemovedRoots ?? []) tally.RemoveFamily(removedRoot);
    }

    private void AddPost(IncomingPost incomingPost)
    {
        var post = incomingPost.Post;
        paths[post.Id] = incomingPost.Path;
        var original = builder.OriginalPosts.GetValueOrDefault(post.Id);
        var records = sourceRecords.GetValueOrDefault(post.Id) ?? (original is null ? [] : SourceRecordSet.FromPost(original));
        sourceRecords[post.Id] = SourceRecordSet.With(records, incomingPost.SourceRecord);
        if (!shownPosts.TryAdd(post.Id, original is null or { IsStub: true } ? post : original) || original is not null)
            if (PostConflicts.FindFields(shownPosts[post.Id], post) is { Count: > 0 } conflicts)
                AddIssue(IssueCode.Conflict, post.Id,
                    $"Another source stated {string.Join(", ", conflicts)} differently. The richer or newer one is shown, both are kept.");
    }

    private void AddLineageIssues(IReadOnlyList<IncomingPost> newPosts)
    {
        foreach (var id in newPosts.Select(incomingPost => incomingPost.Post.Id))
            if (lineage.Posts[id].ParentId is { } parent && lineage.Posts[parent].IsStub && !builder.OriginalPosts.ContainsKey(parent)
                && !missingParents.ContainsKey(parent))
                missingParents[parent] = CreateIssue(IssueCode.ParentMissing, id, $"Made from {parent}, which hasn't been imported yet.");
        foreach (var id in lineage.BrokenCycles.Where(id => !builder.OriginalPosts.TryGetValue(id, out var original)
            || original.ParentId is not null))
            AddIssue(IssueCode.Cycle, id,
                $"The item would be its own ancestor through {PostMerger.FindParentId(id, lineage.Posts[id].SourceRecords)}, so the link was dropped.");
    }

    private void RecordResult(Post post, ImportTally tally) =>
        tally.Add(post.Id, post.Kind, GetOutcome(post.Id, IsNew(post.Id) ? PostOutcome.New
        : IsChanged(post) ? PostOutcome.Changed : PostOutcome.Unchanged), post.RootId);

    // Trashed posts stay in the trash. Their source records are stored, and show if the post is restored.
    private PostOutcome GetOutcome(Guid id, PostOutcome outcome) =>
        visibilities.GetValueOrDefault(id) >= Visibility.Trashed ? PostOutcome.Trashed : outcome;

    private bool IsNew(Guid id) => !builder.OriginalPosts.TryGetValue(id, out var original) || original.IsStub;

    // A source that repeats its earlier values is no change.
    private bool IsChanged(Post post) =>
        IsNew(post.Id) || builder.OriginalPosts[post.Id] is var original
        && (!original.Raw.SequenceEqual(post.Raw) || original.ParentId != post.ParentId || original.Liked != post.Liked
            || PostConflicts.FindFields(original, post).Count > 0);

    private void AddIssue(string code, Guid id, string reason) => issues.Add(CreateIssue(code, id, reason));

    private ImportIssue CreateIssue(string code, Guid id, string reason) => new(code, file, paths.GetValueOrDefault(id, "$"), reason);
}
