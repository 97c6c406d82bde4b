using CsCheck;
using Sovia.Duplicates.Groups;
using Sovia.Duplicates.Hashes;

namespace Sovia.Tests.Duplicates;

public sealed class FindGroupsTests
{
    private const ulong Hash = 0x5A3C_96E1_0F78_C3A5;

    [Fact]
    public void the_same_picture_in_two_families_is_a_group_with_the_older_one_as_its_medoid()
    {
        var (old, young) = (Still(Hash, age: 9), Still(Hash ^ 1, age: 3));
        var group = Assert.Single(Groups(young, old));
        Assert.Equal([(old.Post, 0), (young.Post, 1)], group.Members.Select(member => (member.Post, member.Distance)));
        Assert.Equal((1, 3), (group.Distance, group.TimeKey));
    }

    [Fact]
    public void posts_of_one_family_are_no_group()
    {
        var root = Guid.NewGuid();
        Assert.Empty(Groups(Still(Hash, root), Still(Hash, root), Still(Hash ^ 3, root)));
    }

    [Fact]
    public void only_the_nearest_post_of_a_family_is_grouped()
    {
        var root = Guid.NewGuid();
        var (one, near, far) = (Still(Hash, age: 9), Still(Hash ^ 1, root), Still(Hash ^ 7, root));
        Assert.Equal([one.Post, near.Post], Assert.Single(Groups(one, near, far)).Members.Select(member => member.Post));
    }

    [Fact]
    public void chains_of_neighbours_do_not_grow_into_one_group()
    {
        // Each is four bits from the next, and the ends are twelve apart.
        var chain = new[] { Still(Hash), Still(Hash ^ 0xF), Still(Hash ^ 0xFF), Still(Hash ^ 0xFFF) };
        var groups = Groups(chain);
        Assert.All(groups, group => Assert.All(group.Members,
            member => Assert.InRange(member.Distance, 0, FindDuplicateGroups.MaxDistance)));
        Assert.DoesNotContain(groups, group => group.Members.Any(member => member.Post == chain[0].Post)
            && group.Members.Any(member => member.Post == chain[3].Post));
    }

    [Fact]
    public void decided_pairs_are_not_grouped_again()
    {
        var (one, two, three) = (Still(Hash), Still(Hash), Still(Hash));
        HashSet<(string, string)> decided = [DuplicateGroup.OrderPair(one.Content, two.Content)];
        Assert.Equal(2, Assert.Single(Groups(decided, one, two, three)).Members.Count);
        decided.UnionWith([DuplicateGroup.OrderPair(one.Content, three.Content), DuplicateGroup.OrderPair(two.Content, three.Content)]);
        Assert.Empty(Groups(decided, one, two, three));
    }

    [Fact]
    public void clips_need_all_three_frames_and_about_the_same_duration()
    {
        Assert.Single(Groups(Clip(Hash, Hash, Hash, 6), Clip(Hash, Hash ^ 1, Hash ^ 3, 6.5)));
        Assert.Empty(Groups(Clip(Hash, Hash, Hash, 6), Clip(Hash, Hash, Hash, 6.7)));
        Assert.Empty(Groups(Clip(Hash, Hash, Hash, 6), Clip(Hash, Hash, ~Hash, 6)));
        Assert.Empty(Groups(Clip(Hash, Hash, Hash, 6), Clip(~Hash, Hash, Hash, 6)));
        Assert.Empty(Groups(Clip(Hash, Hash, Hash, null), Clip(Hash, Hash, Hash, null)));
    }

    [Fact]
    public void clips_that_begin_in_black_are_compared_by_their_other_frames()
    {
        Assert.Single(Groups(Clip(null, Hash, Hash, 6), Clip(null, Hash, Hash, 6)));
        Assert.Single(Groups(Clip(null, null, Hash, 6), Clip(null, null, Hash, 6)));
        Assert.Empty(Groups(Clip(null, Hash, Hash, 6), Clip(Hash, Hash, Hash, 6)));
        Assert.Empty(Groups(Clip(null, null, null, 6), Clip(null, null, null, 6)));
    }

    [Fact]
    public void a_still_is_no_duplicate_of_a_clip() => Assert.Empty(Groups(Still(Hash), Clip(Hash, Hash, Hash, 6)));

    [Fact]
    public void plain_pictures_are_never_compared() => Assert.Empty(Groups(Still(null), Still(null)));

    [Fact]
    public void the_same_bytes_are_a_group_whatever_is_known_of_them()
    {
        var clip = Clip(Hash, Hash, Hash, null);
        Assert.Equal(0, Assert.Single(Groups(clip, clip with { Post = Guid.NewGuid(), Root = Guid.NewGuid() })).Distance);
    }

    [Fact]
    public void many_copies_make_groups_that_fit_on_a_page()
    {
        var groups = Groups([.. Enumerable.Range(0, 30).Select(_ => Still(Hash))]);
        Assert.Equal([12, 12, 6], groups.Select(group => group.Members.Count).OrderDescending());
    }

    [Fact]
    public void each_post_is_in_one_group_near_its_medoid_and_the_order_of_posts_does_not_matter() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 63].Array[0, 3], Gen.Int[0, 40]).Array[0, 60].Sample(cases =>
        {
            var random = new Random(1);
            var roots = Enumerable.Range(0, 41).Select(_ => NewId(random)).ToArray();
            var posts = cases.Select((one, at) => new HashedPost(NewId(random), roots[one.Item3], $"{at:x64}", at,
                Fingerprint.FromStill(one.Item2.Aggregate(Hash * (ulong)(one.Item1 + 1), (hash, bit) => hash ^ 1UL << bit)))).ToArray();
            var groups = Groups(posts);
            var members = groups.SelectMany(group => group.Members).ToList();
            Assert.Equal(members.Count, members.DistinctBy(member => member.Post).Count());
            var known = posts.ToDictionary(post => post.Post);
            foreach (var group in groups)
            {
                var medoid = known[group.Members[0].Post].Fingerprint;
                Assert.All(group.Members, member => Assert.Equal(member.Distance, known[member.Post].Fingerprint.DistanceTo(medoid)));
                Assert.Equal(group.Members.Count, group.Members.DistinctBy(member => known[member.Post].Root).Count());
            }
            Assert.Equal(groups.Select(group => group.Id).Order(), Groups([.. posts.Reverse()]).Select(group => group.Id).Order());
        }, iter: 200);

    [Fact]
    public void a_clip_is_continued_by_those_of_other_families_that_begin_where_it_ends()
    {
        var root = Guid.NewGuid();
        var (first, next) = (Clip(~Hash, Hash / 3, Hash, 6, root), Clip(Hash ^ 0xF, Hash / 5, Hash / 7, 9));
        var links = FindClipLinks.Find([first, next, Clip(Hash, 5, 6, 6, root), Clip(Hash ^ 0x1F, 7, 8, 6), Still(Hash)]);
        Assert.Equal([new ClipLink(first.Content, next.Content, 4)], links);
    }

    private static Guid NewId(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new(bytes);
    }

    private static IReadOnlyList<DuplicateGroup> Groups(params HashedPost[] posts) => Groups([], posts);

    private static IReadOnlyList<DuplicateGroup> Groups(HashSet<(string, string)> decided, params HashedPost[] posts) =>
        FindDuplicateGroups.Find(posts, (one, other) => decided.Contains((one, other)));

    private static HashedPost Still(ulong? hash, Guid? root = null, long age = 5) => CreatePost(Fingerprint.FromStill(hash), root, age);

    private static HashedPost Clip(ulong? first, ulong? middle, ulong? last, double? seconds, Guid? root = null) =>
        CreatePost(new(first, middle, last, seconds, true), root);

    private static HashedPost CreatePost(Fingerprint look, Guid? root = null, long age = 5) =>
        new(Guid.NewGuid(), root ?? Guid.NewGuid(), Guid.NewGuid().ToString("N") + new string('0', 32), age, look);
}
