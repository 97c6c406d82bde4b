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
    private readonly Dictionary<Guid, Post> known = [];
    private readonly Dictionary<Guid, Post> posts = [];
    private readonly Dictionary<Guid, string> paths = [];

    /// <summary>Stores what is new or changed; the caller saves.</summary>
    public async Task MergeAsync(IReadOnlyList<Incoming> batch, CancellationToken ct)
    {
        await LoadAsync([.. batch.SelectMany(IdsOf).Distinct()], ct);
        foreach (var incoming in batch) Merge(incoming);
        foreach (var incoming in batch) AddMissingParent(incoming);
        await LoadFamiliesThatMoveAsync(ct);
        FindRoots();
        foreach (var id in batch.Select(incoming => incoming.Post.Id).Distinct()) Count(posts[id]);
        var changed = posts.Values.Where(post => !known.TryGetValue(post.Id, out var before) || before != post).ToList();
        RunMark.Posts(session, tally.Run, changed.Where(post => !post.IsStub).Select(post => post.Id));
        foreach (var gone in await WritePosts.InAsync(session, new() { Stored = changed, Before = known }, ct)) tally.RemoveFamily(gone);
    }

    private static IEnumerable<Guid> IdsOf(Incoming incoming) =>
        new[] { incoming.Post.Id, incoming.Post.ParentId, incoming.Enclosing }.OfType<Guid>();

    private async Task LoadAsync(Guid[] ids, CancellationToken ct)
    {
        foreach (var post in await ReadPosts.OfIdsAsync(session, ids, ct)) known[post.Id] = posts[post.Id] = post;
    }

    private void Merge(Incoming incoming)
    {
        var stated = incoming.Post;
        paths[stated.Id] = incoming.Path;
        if (!posts.TryGetValue(stated.Id, out var before))
        {
            posts[stated.Id] = stated;
            return;
        }
        var conflicts = new List<string>();
        posts[stated.Id] = PostMerge.Of(before, stated, conflicts);
        if (conflicts.Count > 0) Note(IssueCode.Conflict, stated.Id, $"Another source stated {string.Join(", ", conflicts)} differently; the newer is shown, both are kept.");
    }

    // A parent no source has shown yet gets a stub, so that its children are one family. What encloses them is the best guess at what it was made from.
    private void AddMissingParent(Incoming incoming)
    {
        if (posts[incoming.Post.Id].ParentId is not { } parent || posts.ContainsKey(parent)) return;
        posts[parent] = new Post
        {
            Id = parent,
            RootId = parent,
            IsStub = true,
            ParentId = incoming.Enclosing == parent ? null : incoming.Enclosing,
            Kind = incoming.Post is { Kind: MediaKind.Video, Derivation: null } ? MediaKind.Image : MediaKind.Unknown,
        };
        Note(IssueCode.ParentMissing, incoming.Post.Id, $"It was made from {parent}, which has not been handed over yet.");
    }

    // A post that gets a parent takes along everything that hung below it.
    private async Task LoadFamiliesThatMoveAsync(CancellationToken ct)
    {
        var moving = known.Values.Where(before => posts[before.Id].ParentId != before.ParentId).Select(before => before.RootId).Distinct().ToArray();
        foreach (var post in await ReadPosts.OfFamiliesAsync(session, moving, ct))
            if (known.TryAdd(post.Id, post)) posts[post.Id] = post;
    }

    private void FindRoots()
    {
        var roots = new Roots(posts);
        foreach (var id in posts.Keys.ToList())
        {
            var post = posts[id];
            if (roots.Of(post) is { } root)
            {
                posts[id] = post with { RootId = root };
                continue;
            }
            Note(IssueCode.Cycle, id, $"It would be made from itself by way of {post.ParentId}; that link was dropped.");
            posts[id] = post with { ParentId = null, RootId = id };
        }
    }

    private void Count(Post post)
    {
        tally.Add(post, !known.TryGetValue(post.Id, out var before) || before.IsStub ? PostOutcome.New
            : before == post ? PostOutcome.Unchanged : PostOutcome.Changed);
        tally.AddFamily(post.RootId);
    }

    private void Note(string code, Guid id, string reason) => tally.Add(new(code, file, paths.GetValueOrDefault(id, "$"), reason));
}
