using Marten;
using Sovia.Library;
using Sovia.Library.Search;
using Sovia.Library.Writing;

namespace Sovia.Import;

/// <summary>
/// Merges a stretch of a file into the library: posts, the links between them, and the families they make up, all in the
/// session's one transaction.
/// </summary>
internal sealed class MergeBatch(IDocumentSession session, RunTally tally, string file)
{
    private readonly LibraryDraft draft = new(session);
    private readonly Dictionary<Guid, Post> shown = [];
    private readonly Dictionary<Guid, IReadOnlyList<Statement>> statements = [];
    private readonly Dictionary<Guid, string> paths = [];

    /// <summary>Writes what is new or changed; the caller saves.</summary>
    public async Task MergeAsync(IReadOnlyList<Incoming> batch, CancellationToken ct)
    {
        RunStatements.Of(session, tally.Run, batch);
        var known = await KnownPosts.OfAsync(session, [.. batch.Select(incoming => incoming.Post.Id).Distinct()], ct);
        var news = batch.Where(incoming => !known.Knows(incoming)).ToList();
        await draft.LookAsync(news.Select(incoming => incoming.Post.Id).Distinct(), known.Has, ct);
        foreach (var incoming in news) Take(incoming);
        foreach (var (id, said) in statements) draft.Put(PostMerge.Of(draft.Before.GetValueOrDefault(id) ?? shown[id], said));
        var settled = await draft.SettleAsync(ct);
        NoteLinks(news, settled);
        foreach (var id in batch.Select(incoming => incoming.Post.Id).Distinct())
            if (settled.Posts.TryGetValue(id, out var post)) Count(post);
            else tally.Add(id, known.KindOf(id), PostOutcome.Unchanged, known.RootOf(id));
        var change = draft.Change(settled);
        RunMark.Posts(session, tally.Run, statements.Keys.Where(id => IsChanged(settled.Posts[id])));
        foreach (var gone in await WritePosts.InAsync(session, change, ct)) tally.RemoveFamily(gone);
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
                Note(IssueCode.Conflict, stated.Id, $"Another source stated {string.Join(", ", conflicts)} differently; the richer or newer one is shown, both are kept.");
    }

    private void NoteLinks(IReadOnlyList<Incoming> news, FamilyLinks settled)
    {
        var missed = new HashSet<Guid>();
        foreach (var id in news.Select(incoming => incoming.Post.Id))
            if (settled.Posts[id].ParentId is { } parent && settled.Posts[parent].IsStub && !draft.Before.ContainsKey(parent) && missed.Add(parent))
                Note(IssueCode.ParentMissing, id, $"It was made from {parent}, which has not been handed over yet.");
        foreach (var id in settled.Cut.Where(id => !draft.Before.TryGetValue(id, out var before) || before.ParentId is not null))
            Note(IssueCode.Cycle, id, $"It would be made from itself by way of {PostMerge.ParentOf(id, settled.Posts[id].Statements)}; that link was dropped.");
    }

    private void Count(Post post) => tally.Add(post.Id, post.Kind, !draft.Before.TryGetValue(post.Id, out var before) || before.IsStub ? PostOutcome.New
        : IsChanged(post) ? PostOutcome.Changed : PostOutcome.Unchanged, post.RootId);

    // That a source still says what it said is no change.
    private bool IsChanged(Post post) => !draft.Before.TryGetValue(post.Id, out var before)
        || before.IsStub || !before.Raw.SequenceEqual(post.Raw) || before.ParentId != post.ParentId || before.Liked != post.Liked || Conflicts.Between(before, post).Count > 0;

    private void Note(string code, Guid id, string reason) => tally.Add(new(code, file, paths.GetValueOrDefault(id, "$"), reason));
}
