using Marten;
using Sovia.Index;
using Sovia.Library;
using Sovia.Library.Search;
using Sovia.Library.Writing;

namespace Sovia.Import;

/// <summary>
/// Merges a stretch of a file into the library: posts, the links between them, and the families they make up. What is to be written is
/// worked out first, which needs no turn; it holds as long as nobody has changed what it was worked out from.
/// </summary>
/// <param name="session">A session to read in while it is worked out.</param>
/// <param name="file">The name of the file.</param>
/// <param name="batch">The stretch.</param>
/// <param name="dryRun">True where it is only to be counted.</param>
internal sealed class MergeBatch(IQuerySession session, string file, IReadOnlyList<Incoming> batch, bool dryRun)
{
    private readonly LibraryDraft draft = new(session);
    private readonly Dictionary<Guid, Post> shown = [];
    private readonly Dictionary<Guid, IReadOnlyList<Statement>> statements = [];
    private readonly Dictionary<Guid, string> paths = [];
    private readonly List<ImportIssue> issues = [];
    private readonly Dictionary<Guid, ImportIssue> missed = [];
    private KnownPosts known = KnownPosts.None;
    private IReadOnlyDictionary<Guid, Shown> aside = new Dictionary<Guid, Shown>();
    private FamilyLinks settled = new([]);
    private WritePosts? writing;

    /// <summary>The library's version that it was worked out from.</summary>
    public long Version { get; private set; }

    /// <summary>Whether it changes anything.</summary>
    public bool Changes => writing is { Roots.Count: > 0 };

    /// <summary>Works it out.</summary>
    public async Task<MergeBatch> PrepareAsync(CancellationToken ct)
    {
        Version = await LibraryVersion.OfAsync(session, ct);
        Guid[] ids = [.. batch.Select(incoming => incoming.Post.Id).Distinct()];
        known = await KnownPosts.OfAsync(session, ids, ct);
        aside = await ReadAside.OfAsync(session, ids, ct);
        var news = batch.Where(incoming => !known.Knows(incoming)).ToList();
        await draft.LookAsync(news.Select(incoming => incoming.Post.Id).Distinct(), known.Has, ct);
        shown.EnsureCapacity(news.Count);
        statements.EnsureCapacity(news.Count);
        paths.EnsureCapacity(news.Count);
        foreach (var incoming in news) Take(incoming);
        foreach (var (id, said) in statements) draft.Put(PostMerge.Of(draft.Before.GetValueOrDefault(id) ?? shown[id], said));
        settled = await draft.SettleAsync(ct);
        NoteLinks(news);
        if (!dryRun) writing = await WritePosts.OfAsync(session, draft.Change(settled), ct);
        return this;
    }

    /// <summary>Whether this was worked out from what another batch writes: its posts, or their families.</summary>
    public bool Meets(MergeBatch other) =>
        other.writing is { } writes && (writes.Roots.Any(root => draft.HasOpened(root) || known.HasRoot(root))
            || other.settled.Posts.Keys.Any(draft.HasLooked) || batch.Any(incoming => other.settled.Posts.ContainsKey(incoming.Post.Id)));

    /// <summary>Writes what is new or changed, in the session's transaction.</summary>
    public Task WriteAsync(IDocumentSession writer, CancellationToken ct) => writing?.NowAsync(writer, ct) ?? Task.CompletedTask;

    /// <summary>Counts it, and notes what the run brought once the session saves.</summary>
    public void Count(IDocumentSession writer, RunTally tally)
    {
        foreach (var issue in issues) tally.Add(issue);
        foreach (var (parent, issue) in missed) tally.AddMissing(parent, issue);
        RunStatements.Of(writer, tally.Run, batch);
        RunMark.Posts(writer, tally.Run, statements.Keys.Where(id => IsChanged(settled.Posts[id])), id => IsNew(id) && !tally.Has(id));
        foreach (var id in batch.Select(incoming => incoming.Post.Id).Distinct())
            if (settled.Posts.TryGetValue(id, out var post)) Count(post, tally);
            else tally.Add(id, known.KindOf(id), OutcomeOf(id, PostOutcome.Unchanged), known.RootOf(id));
        foreach (var gone in writing?.Gone ?? []) tally.RemoveFamily(gone);
    }

    private void Take(Incoming incoming)
    {
        var stated = incoming.Post;
        paths[stated.Id] = incoming.Path;
        var before = draft.Before.GetValueOrDefault(stated.Id);
        var set = statements.GetValueOrDefault(stated.Id) ?? (before is null ? [] : StatementSet.Of(before));
        statements[stated.Id] = StatementSet.With(set, incoming.Statement);
        if (!shown.TryAdd(stated.Id, before is null or { IsStub: true } ? stated : before) || before is not null)
            if (Conflicts.Between(shown[stated.Id], stated) is { Count: > 0 } conflicts)
                Note(IssueCode.Conflict, stated.Id, $"Another source stated {string.Join(", ", conflicts)} differently. The richer or newer one is shown, both are kept.");
    }

    private void NoteLinks(IReadOnlyList<Incoming> news)
    {
        foreach (var id in news.Select(incoming => incoming.Post.Id))
            if (settled.Posts[id].ParentId is { } parent && settled.Posts[parent].IsStub && !draft.Before.ContainsKey(parent) && !missed.ContainsKey(parent))
                missed[parent] = Issue(IssueCode.ParentMissing, id, $"Made from {parent}, which hasn't been imported yet.");
        foreach (var id in settled.Cut.Where(id => !draft.Before.TryGetValue(id, out var before) || before.ParentId is not null))
            Note(IssueCode.Cycle, id, $"The item would be its own ancestor through {PostMerge.ParentOf(id, settled.Posts[id].Statements)}, so the link was dropped.");
    }

    private void Count(Post post, RunTally tally) => tally.Add(post.Id, post.Kind, OutcomeOf(post.Id, IsNew(post.Id) ? PostOutcome.New
        : IsChanged(post) ? PostOutcome.Changed : PostOutcome.Unchanged), post.RootId);

    // What the user threw away stays away: what a source knows of it is kept, and comes back with it.
    private PostOutcome OutcomeOf(Guid id, PostOutcome outcome) => aside.GetValueOrDefault(id) >= Shown.Trashed ? PostOutcome.Trashed : outcome;

    private bool IsNew(Guid id) => !draft.Before.TryGetValue(id, out var before) || before.IsStub;

    // That a source still says what it said is no change.
    private bool IsChanged(Post post) => IsNew(post.Id) || draft.Before[post.Id] is var before && (!before.Raw.SequenceEqual(post.Raw) || before.ParentId != post.ParentId || before.Liked != post.Liked || Conflicts.Between(before, post).Count > 0);

    private void Note(string code, Guid id, string reason) => issues.Add(Issue(code, id, reason));

    private ImportIssue Issue(string code, Guid id, string reason) => new(code, file, paths.GetValueOrDefault(id, "$"), reason);
}
