using Sovia.Library;
using Sovia.Library.Families;

namespace Sovia.Import;

/// <summary>
/// Assigns posts to families. Works on whole families, so that the result does not depend on the order of imports. Adds stubs for parents
/// that no source has provided, drops stubs without children, breaks cycles and finds roots.
/// </summary>
/// <param name="all">All posts of the families concerned, merged from their source records, including stubs.</param>
internal sealed class LineageResolver(IEnumerable<Post> all)
{
    private readonly Dictionary<Guid, Post> posts = [];
    private readonly List<Guid> brokenCycles = [];

    /// <summary>The posts, with their families resolved.</summary>
    public IReadOnlyDictionary<Guid, Post> Posts => posts;

    /// <summary>Posts that lost their parent because they would have been their own ancestor.</summary>
    public IReadOnlyList<Guid> BrokenCycles => brokenCycles;

    /// <summary>Resolves the families.</summary>
    public LineageResolver Resolve()
    {
        var stubs = new Dictionary<Guid, Post>();
        foreach (var post in all) (post.IsStub ? stubs : posts).Add(post.Id, post);
        AddStubs(stubs);
        BreakCycles();
        var rootFinder = new RootFinder(posts);
        foreach (var post in posts.Values.ToList())
            if (rootFinder.FindRoot(post) is { } root && root != post.RootId) posts[post.Id] = post with { RootId = root };
        return this;
    }

    private void AddStubs(Dictionary<Guid, Post> stubs)
    {
        var children = posts.Values.Where(post => post.ParentId is not null).ToLookup(post => post.ParentId!.Value);
        var missingIds = new Stack<Guid>(children.Select(group => group.Key).Where(id => !posts.ContainsKey(id)));
        while (missingIds.TryPop(out var id))
        {
            if (posts.ContainsKey(id)) continue;
            var stub = (stubs.GetValueOrDefault(id) ?? new Post { Id = id, RootId = id, IsStub = true }) with
            {
                Kind = children[id].Any(child => child is { Kind: MediaKind.Video, Derivation: null }) ? MediaKind.Image
                : MediaKind.Unknown,
                ParentId = GuessParent(id, children[id]),
            };
            posts[id] = stub;
            if (stub.ParentId is { } parentId) missingIds.Push(parentId);
        }
    }

    // The post that enclosed a stub's children is the best guess at the stub's parent.
    private static Guid? GuessParent(Guid stub, IEnumerable<Post> children) => children
        .SelectMany(child => child.SourceRecords.Where(sourceRecord => sourceRecord.Parent == stub && sourceRecord.Enclosing != child.Id)
            .Select(sourceRecord => sourceRecord.Enclosing))
        .Where(enclosing => enclosing is not null && enclosing != stub)
        .Min();

    // Cuts a guessed link before a stated one, and among equals that of the smallest id, so the result does not depend on where the cycle
    // is entered.
    private void BreakCycles()
    {
        var (visited, path, onPath) = (new HashSet<Guid>(posts.Count), new List<Guid>(), new HashSet<Guid>());
        foreach (var start in posts.Keys.ToList())
        {
            path.Clear();
            onPath.Clear();
            for (Guid? id = start; id is { } key && !visited.Contains(key) && posts.TryGetValue(key, out var post); id = post.ParentId)
            {
                if (!onPath.Add(key))
                {
                    BreakCycle(path[path.IndexOf(key)..]);
                    break;
                }
                path.Add(key);
            }
            visited.UnionWith(path);
        }
    }

    private void BreakCycle(List<Guid> cycle)
    {
        var id = cycle.OrderByDescending(postId => posts[postId].IsStub).ThenBy(postId => postId).First();
        if (!posts[id].IsStub) brokenCycles.Add(id);
        posts[id] = posts[id] with { ParentId = null };
    }
}
