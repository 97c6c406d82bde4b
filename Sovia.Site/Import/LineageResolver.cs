using Sovia.Library;
using Sovia.Library.Families;

namespace Sovia.Import;

/// <summary>
/// Puts posts into families: whole ones, so that the same posts end in the same families however they came. Posts that others were
/// made from and nobody has shown get a stub; stubs that nobody needs go; circles are cut; roots are found.
/// </summary>
/// <param name="all">All posts of the families concerned, each made from what its statements say, stubs among them.</param>
internal sealed class LineageResolver(IEnumerable<Post> all)
{
    private readonly Dictionary<Guid, Post> posts = [];
    private readonly List<Guid> cut = [];

    /// <summary>The posts, once they are settled.</summary>
    public IReadOnlyDictionary<Guid, Post> Posts => posts;

    /// <summary>Posts that would be made from themselves and have lost their parent.</summary>
    public IReadOnlyList<Guid> BrokenCycles => cut;

    /// <summary>Settles them.</summary>
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
        var missing = new Stack<Guid>(children.Select(parent => parent.Key).Where(id => !posts.ContainsKey(id)));
        while (missing.TryPop(out var id))
        {
            if (posts.ContainsKey(id)) continue;
            var stub = (stubs.GetValueOrDefault(id) ?? new Post { Id = id, RootId = id, IsStub = true }) with
            {
                Kind = children[id].Any(child => child is { Kind: MediaKind.Video, Derivation: null }) ? MediaKind.Image
                : MediaKind.Unknown,
                ParentId = GuessParent(id, children[id]),
            };
            posts[id] = stub;
            if (stub.ParentId is { } above) missing.Push(above);
        }
    }

    // What enclosed the children of a stub is the best guess at what the stub was made from.
    private static Guid? GuessParent(Guid stub, IEnumerable<Post> children) => children
        .SelectMany(child => child.Statements.Where(sourceRecord => sourceRecord.Parent == stub && sourceRecord.Enclosing != child.Id)
            .Select(sourceRecord => sourceRecord.Enclosing))
        .Where(enclosing => enclosing is not null && enclosing != stub)
        .Min();

    // A guess is worth less than a claim; among equals the smallest id decides, which is the same wherever the circle is entered.
    private void BreakCycles()
    {
        var (done, way, onWay) = (new HashSet<Guid>(posts.Count), new List<Guid>(), new HashSet<Guid>());
        foreach (var start in posts.Keys.ToList())
        {
            way.Clear();
            onWay.Clear();
            for (Guid? id = start; id is { } at && !done.Contains(at) && posts.TryGetValue(at, out var post); id = post.ParentId)
            {
                if (!onWay.Add(at))
                {
                    BreakCycle(way[way.IndexOf(at)..]);
                    break;
                }
                way.Add(at);
            }
            done.UnionWith(way);
        }
    }

    private void BreakCycle(List<Guid> circle)
    {
        var id = circle.OrderByDescending(at => posts[at].IsStub).ThenBy(at => at).First();
        if (!posts[id].IsStub) cut.Add(id);
        posts[id] = posts[id] with { ParentId = null };
    }
}
