using System.Collections.Concurrent;
using Sovia.Index;
using Sovia.Library.Search;

namespace Sovia.Library.Writing;

/// <summary>What is derived from the posts of some families: their cards, and the rows that they and their changed posts are found by.</summary>
internal sealed record FamilyRows
{
    // Enough to be worth a thread's while.
    private const int AtOnce = 64;

    /// <summary>The cards of what lists show.</summary>
    public IReadOnlyList<Family> Families { get; private init; } = [];

    /// <summary>A row a family, of what lists show.</summary>
    public IReadOnlyList<IndexRow> Rows { get; private init; } = [];

    /// <summary>A row a changed post that lists show, stubs apart.</summary>
    public IReadOnlyList<IndexRow> Posts { get; private init; } = [];

    /// <summary>A row a changed post that lists do not show.</summary>
    public IReadOnlyList<IndexRow> AsidePosts { get; private init; } = [];

    /// <summary>All members that have rows, aside or not.</summary>
    public IReadOnlyList<Guid> Seen { get; private init; } = [];

    /// <summary>Roots of families that have lost their last post.</summary>
    public IReadOnlyList<Guid> Gone { get; private init; } = [];

    /// <summary>Derives them.</summary>
    /// <param name="roots">The families.</param>
    /// <param name="posts">All posts of those families.</param>
    /// <param name="changed">Those among them whose rows are to be written.</param>
    /// <param name="aside">Those that lists do not show.</param>
    public static async Task<FamilyRows> OfAsync(
        IReadOnlyCollection<Guid> roots, IReadOnlyCollection<Post> posts, IEnumerable<Post> changed, IReadOnlyDictionary<Guid, Shown> aside)
    {
        var members = posts.ToLookup(post => post.RootId);
        var cut = new ConcurrentDictionary<string, CutText>(StringComparer.Ordinal);
        var made = (await EachAsync(roots.Where(members.Contains), root => Made([.. members[root]], aside, cut))).OfType<(Family Family, IndexRow Row)>().ToList();
        var alone = await EachAsync(changed.Where(post => !post.IsStub), post => IndexRowOf.Post(post, cut));
        return new()
        {
            Families = made.ConvertAll(one => one.Family),
            Rows = made.ConvertAll(one => one.Row),
            // Nearly always nothing is aside, and imports make many rows.
            Posts = aside.Count == 0 ? alone : alone.FindAll(row => !aside.ContainsKey(row.Id)),
            AsidePosts = aside.Count == 0 ? [] : [.. alone.Where(row => aside.ContainsKey(row.Id)).Select(row => row with { Shown = aside[row.Id] })],
            Seen = [.. posts.Where(post => !post.IsStub).Select(post => post.Id)],
            Gone = [.. roots.Where(root => !members.Contains(root))],
        };
    }

    // Null where lists show none of its members.
    private static (Family Family, IndexRow Row)? Made(List<Post> posts, IReadOnlyDictionary<Guid, Shown> aside, ConcurrentDictionary<string, CutText> cut)
    {
        if (FamilyPart.Of(posts, aside).FirstOrDefault(part => part.Shown == Shown.Everywhere) is not { } part) return null;
        var family = FamilyOf.Posts(part.Posts);
        return (family, IndexRowOf.Family(family, part.Members, cut));
    }

    private static async Task<List<TOut>> EachAsync<TIn, TOut>(IEnumerable<TIn> all, Func<TIn, TOut> make) =>
        [.. (await Task.WhenAll(all.Chunk(AtOnce).Select(some => Computing.Run(() => Array.ConvertAll(some, one => make(one)))))).SelectMany(made => made)];
}
