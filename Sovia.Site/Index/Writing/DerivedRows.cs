using System.Collections.Concurrent;
using Sovia.Jobs;
using Sovia.Library;
using Sovia.Library.Families;
using Sovia.Text;

namespace Sovia.Index.Writing;

/// <summary>
/// What is derived from the posts of some families: their cards, and the rows that they and their changed posts are found by.
/// </summary>
internal sealed record DerivedRows
{
    // Enough to be worth a thread's while.
    private const int AtOnce = 64;

    /// <summary>The cards of what lists show.</summary>
    public IReadOnlyList<Family> Families { get; private init; } = [];

    /// <summary>A row a family, of what lists show.</summary>
    public IReadOnlyList<IndexRow> FamilyIndexRows { get; private init; } = [];

    /// <summary>A row a changed post that lists show, stubs apart.</summary>
    public IReadOnlyList<IndexRow> PostIndexRows { get; private init; } = [];

    /// <summary>A row a changed post that lists do not show.</summary>
    public IReadOnlyList<IndexRow> UnlistedPostIndexRows { get; private init; } = [];

    /// <summary>All members that have rows, aside or not.</summary>
    public IReadOnlyList<Guid> MemberIds { get; private init; } = [];

    /// <summary>Roots of families that have lost their last post.</summary>
    public IReadOnlyList<Guid> RemovedRoots { get; private init; } = [];

    /// <summary>Derives them.</summary>
    /// <param name="roots">The families.</param>
    /// <param name="posts">All posts of those families.</param>
    /// <param name="changed">Those among them whose rows are to be written.</param>
    /// <param name="aside">Those that lists do not show.</param>
    public static async Task<DerivedRows> BuildAsync(
        IReadOnlyCollection<Guid> roots, IReadOnlyCollection<Post> posts, IEnumerable<Post> changed,
        IReadOnlyDictionary<Guid, Visibility> aside)
    {
        var members = posts.ToLookup(post => post.RootId);
        var cut = new ConcurrentDictionary<string, AnalyzedText>(StringComparer.Ordinal);
        var made = (await EachAsync(roots.Where(members.Contains), root => Made([.. members[root]], aside, cut)))
            .OfType<(Family Family, IndexRow Row)>().ToList();
        var alone = await EachAsync(changed.Where(post => !post.IsStub), post => IndexRowBuilder.BuildPost(post, cut));
        return new()
        {
            Families = made.ConvertAll(one => one.Family),
            FamilyIndexRows = made.ConvertAll(one => one.Row),
            // Nearly always nothing is aside, and imports make many rows.
            PostIndexRows = aside.Count == 0 ? alone : alone.FindAll(row => !aside.ContainsKey(row.Id)),
            UnlistedPostIndexRows = aside.Count == 0 ? []
            : [.. alone.Where(row => aside.ContainsKey(row.Id)).Select(row => row with { Visibility = aside[row.Id] })],
            MemberIds = [.. posts.Where(post => !post.IsStub).Select(post => post.Id)],
            RemovedRoots = [.. roots.Where(root => !members.Contains(root))],
        };
    }

    // Null where lists show none of its members.
    private static (Family Family, IndexRow Row)? Made(List<Post> posts, IReadOnlyDictionary<Guid, Visibility> aside,
        ConcurrentDictionary<string, AnalyzedText> cut)
    {
        if (FamilyPart.Split(posts, aside).FirstOrDefault(part => part.Visibility == Visibility.Visible) is not { } part) return null;
        var family = FamilyBuilder.Build(part.Posts);
        return (family, IndexRowBuilder.BuildFamily(family, part.Members, cut));
    }

    private static async Task<List<TOut>> EachAsync<TIn, TOut>(IEnumerable<TIn> all, Func<TIn, TOut> make) =>
        [.. (await Task.WhenAll(all.Chunk(AtOnce).Select(some => CpuScheduler.Run(() => Array.ConvertAll(some, one => make(one))))))
            .SelectMany(made => made)];
}
