using Marten;
using Sovia.Library;
using Sovia.Library.Writing;

namespace Sovia.Import;

/// <summary>
/// Builds the change for posts that gained or lost source records: reads the families that they are in or join, resolves each family
/// as a whole, and returns what must be written.
/// </summary>
internal sealed class PostChangeBuilder(IQuerySession session)
{
    private readonly Dictionary<Guid, Post> before = [];
    private readonly Dictionary<Guid, Post> changed = [];
    private readonly HashSet<Guid> looked = [];
    private readonly HashSet<Guid> opened = [];

    /// <summary>The posts read so far, as they are in the library.</summary>
    public IReadOnlyDictionary<Guid, Post> OriginalPosts => before;

    /// <summary>True if the post was looked up, whether found or not.</summary>
    public bool HasRead(Guid id) => looked.Contains(id);

    /// <summary>True if the whole family was read.</summary>
    public bool HasReadFamily(Guid root) => opened.Contains(root);

    /// <summary>Reads posts that are not read yet.</summary>
    public Task ReadPostsAsync(IEnumerable<Guid> ids, CancellationToken ct) => ReadPostsAsync(ids, _ => true, ct);

    /// <summary>Reads posts for which the caller knows whether the library has them.</summary>
    public async Task ReadPostsAsync(IEnumerable<Guid> ids, Func<Guid, bool> isThere, CancellationToken ct)
    {
        foreach (var post in await PostDocumentReader.ReadByIdsAsync(session, [.. ids.Where(looked.Add).Where(isThere)], ct))
            before.TryAdd(post.Id, post);
    }

    /// <summary>Replaces a post. Without source records it is a stub, and is dropped unless other posts need it.</summary>
    public void SetPost(Post post) => changed[post.Id] = post;

    /// <summary>Resolves all families concerned.</summary>
    public async Task<LineageResolver> ResolveLineageAsync(CancellationToken ct)
    {
        await ReadFamiliesAsync(ct);
        var members = before.Values.Where(post => opened.Contains(post.RootId) && !changed.ContainsKey(post.Id)).Select(UpdateParent);
        return new LineageResolver(members.Concat(changed.Values)).Resolve();
    }

    /// <summary>Returns the differences between the resolved families and the library.</summary>
    public PostChange BuildChange(LineageResolver settled) => new()
    {
        Stored = [.. settled.Posts.Values.Where(post => !before.TryGetValue(post.Id, out var old) || old != post)],
        Removed = [.. before.Values.Where(post => opened.Contains(post.RootId) && !settled.Posts.ContainsKey(post.Id))
            .Select(post => post.Id)],
        Existing = before,
        Members = settled.Posts.Values,
    };

    // Determines the parent again, because a cycle that was broken earlier may no longer exist.
    private static Post UpdateParent(Post post)
    {
        var parent = post.Statements.Count > 0 ? PostMerger.FindParentId(post.Id, post.Statements) : post.ParentId;
        return parent == post.ParentId ? post : post with { ParentId = parent };
    }

    private async Task ReadFamiliesAsync(CancellationToken ct)
    {
        var near = new HashSet<Guid>(changed.Count);
        foreach (var post in changed.Values) AddRelatedIds(post, near);
        while (true)
        {
            await ReadPostsAsync(near, ct);
            Guid[] roots = [.. near.Where(before.ContainsKey).Select(id => before[id].RootId).Where(opened.Add)];
            if (roots.Length == 0) return;
            foreach (var post in await PostDocumentReader.ReadByFamiliesAsync(session, roots, ct))
            {
                before.TryAdd(post.Id, post);
                looked.Add(post.Id);
                AddRelatedIds(post, near);
            }
        }
    }

    private static void AddRelatedIds(Post post, HashSet<Guid> near)
    {
        near.Add(post.Id);
        if (post.ParentId is { } from) near.Add(from);
        for (var i = 0; i < post.Statements.Count; i++)
        {
            if (post.Statements[i].Parent is { } parent) near.Add(parent);
            if (post.Statements[i].Enclosing is { } enclosing) near.Add(enclosing);
        }
    }
}
