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
    private readonly Dictionary<Guid, Post> originals = [];
    private readonly Dictionary<Guid, Post> changed = [];
    private readonly HashSet<Guid> lookedUpIds = [];
    private readonly HashSet<Guid> readRoots = [];

    /// <summary>The posts read so far, as they are in the library.</summary>
    public IReadOnlyDictionary<Guid, Post> OriginalPosts => originals;

    /// <summary>True if the post was looked up, whether found or not.</summary>
    public bool HasRead(Guid id) => lookedUpIds.Contains(id);

    /// <summary>True if the whole family was read.</summary>
    public bool HasReadFamily(Guid root) => readRoots.Contains(root);

    /// <summary>Reads posts that are not read yet.</summary>
    public Task ReadPostsAsync(IEnumerable<Guid> ids, CancellationToken ct) => ReadPostsAsync(ids, _ => true, ct);

    /// <summary>Reads posts for which the caller knows whether the library has them.</summary>
    public async Task ReadPostsAsync(IEnumerable<Guid> ids, Func<Guid, bool> isThere, CancellationToken ct)
    {
        foreach (var post in await PostDocumentReader.ReadByIdsAsync(session, [.. ids.Where(lookedUpIds.Add).Where(isThere)], ct))
            originals.TryAdd(post.Id, post);
    }

    /// <summary>Replaces a post. Without source records it is a stub, and is dropped unless other posts need it.</summary>
    public void SetPost(Post post) => changed[post.Id] = post;

    /// <summary>Resolves all affected families.</summary>
    public async Task<LineageResolver> ResolveLineageAsync(CancellationToken ct)
    {
        await ReadFamiliesAsync(ct);
        var members = originals.Values.Where(post => readRoots.Contains(post.RootId) && !changed.ContainsKey(post.Id)).Select(UpdateParent);
        return new LineageResolver(members.Concat(changed.Values)).Resolve();
    }

    /// <summary>Returns the differences between the resolved families and the library.</summary>
    public PostChange BuildChange(LineageResolver resolvedLineage) => new()
    {
        Stored = [.. resolvedLineage.Posts.Values.Where(post => !originals.TryGetValue(post.Id, out var original) || original != post)],
        Removed = [.. originals.Values.Where(post => readRoots.Contains(post.RootId) && !resolvedLineage.Posts.ContainsKey(post.Id))
            .Select(post => post.Id)],
        Existing = originals,
        Members = resolvedLineage.Posts.Values,
    };

    // Determines the parent again, because a cycle that was broken earlier may no longer exist.
    private static Post UpdateParent(Post post)
    {
        var parent = post.SourceRecords.Count > 0 ? PostMerger.FindParentId(post.Id, post.SourceRecords) : post.ParentId;
        return parent == post.ParentId ? post : post with { ParentId = parent };
    }

    private async Task ReadFamiliesAsync(CancellationToken ct)
    {
        var relatedIds = new HashSet<Guid>(changed.Count);
        foreach (var post in changed.Values) AddRelatedIds(post, relatedIds);
        while (true)
        {
            await ReadPostsAsync(relatedIds, ct);
            Guid[] roots = [.. relatedIds.Where(originals.ContainsKey).Select(id => originals[id].RootId).Where(readRoots.Add)];
            if (roots.Length == 0) return;
            foreach (var post in await PostDocumentReader.ReadByFamiliesAsync(session, roots, ct))
            {
                originals.TryAdd(post.Id, post);
                lookedUpIds.Add(post.Id);
                AddRelatedIds(post, relatedIds);
            }
        }
    }

    private static void AddRelatedIds(Post post, HashSet<Guid> relatedIds)
    {
        relatedIds.Add(post.Id);
        if (post.ParentId is { } parentId) relatedIds.Add(parentId);
        for (var i = 0; i < post.SourceRecords.Count; i++)
        {
            if (post.SourceRecords[i].Parent is { } parent) relatedIds.Add(parent);
            if (post.SourceRecords[i].Enclosing is { } enclosing) relatedIds.Add(enclosing);
        }
    }
}
