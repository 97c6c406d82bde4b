using System.Collections.Concurrent;
using Sovia.Library.Search;

namespace Sovia.Library.Writing;

/// <summary>What is derived from the posts of some families: their cards, and the rows that they and their changed posts are found by.</summary>
internal sealed class FamilyRows
{
    // Enough to be worth a thread's while.
    private const int AtOnce = 64;

    private FamilyRows(List<Family> families, List<IndexRow> rows, List<IndexRow> posts, List<Guid> seen, List<Guid> gone) =>
        (Families, Rows, Posts, Seen, Gone) = (families, rows, posts, seen, gone);

    /// <summary>The cards.</summary>
    public IReadOnlyList<Family> Families { get; }

    /// <summary>A row a family.</summary>
    public IReadOnlyList<IndexRow> Rows { get; }

    /// <summary>A row a changed post, stubs apart.</summary>
    public IReadOnlyList<IndexRow> Posts { get; }

    /// <summary>All members that have rows.</summary>
    public IReadOnlyList<Guid> Seen { get; }

    /// <summary>Roots of families that have lost their last post.</summary>
    public IReadOnlyList<Guid> Gone { get; }

    /// <summary>Derives them.</summary>
    /// <param name="roots">The families.</param>
    /// <param name="posts">All posts of those families.</param>
    /// <param name="changed">Those among them whose rows are to be written.</param>
    public static async Task<FamilyRows> OfAsync(IReadOnlyCollection<Guid> roots, IReadOnlyCollection<Post> posts, IEnumerable<Post> changed)
    {
        var members = posts.ToLookup(post => post.RootId);
        var cut = new ConcurrentDictionary<string, CutText>(StringComparer.Ordinal);
        var made = await EachAsync(roots.Where(members.Contains), root =>
        {
            List<Post> all = [.. members[root]];
            var family = FamilyOf.Posts(all);
            return (Family: family, Row: IndexRowOf.Family(family, all, cut));
        });
        return new(
            made.ConvertAll(one => one.Family),
            made.ConvertAll(one => one.Row),
            await EachAsync(changed.Where(post => !post.IsStub), post => IndexRowOf.Post(post, cut)),
            [.. posts.Where(post => !post.IsStub).Select(post => post.Id)],
            [.. roots.Where(root => !members.Contains(root))]);
    }

    private static async Task<List<TOut>> EachAsync<TIn, TOut>(IEnumerable<TIn> all, Func<TIn, TOut> make) =>
        [.. (await Task.WhenAll(all.Chunk(AtOnce).Select(some => Computing.Run(() => Array.ConvertAll(some, one => make(one)))))).SelectMany(made => made)];
}
