using Sovia.Duplicates.Hashes;

namespace Sovia.Duplicates.Groups;

/// <summary>
/// Groups posts that look the same. Every member is near the group's medoid, so a chain of neighbours does not form a group. A group has at
/// most one post per family, and no two contents with a decision between them.
/// </summary>
public sealed class FindDuplicateGroups
{
    /// <summary>
    /// The maximum Hamming distance between a member and the medoid. A test with a hundred generated pictures shows the accuracy at this
    /// value.
    /// </summary>
    public const int MaxDistance = 4;

    /// <summary>The maximum number of members of a group. Further ones form groups of their own.</summary>
    public const int MaxMembers = 12;

    private readonly IReadOnlyList<HashedPost> posts;
    private readonly Func<string, string, bool> isDecided;
    private readonly bool[] isGrouped;

    private FindDuplicateGroups(IReadOnlyList<HashedPost> posts, Func<string, string, bool> isDecided) =>
        (this.posts, this.isDecided, isGrouped) = (posts, isDecided, new bool[posts.Count]);

    /// <summary>Finds the groups.</summary>
    /// <param name="posts">The posts.</param>
    /// <param name="isDecided">Returns whether a pair of contents, in ordinal order, has a decision.</param>
    public static IReadOnlyList<DuplicateGroup> Find(IReadOnlyList<HashedPost> posts, Func<string, string, bool> isDecided)
    {
        var finder = new FindDuplicateGroups(posts, isDecided);
        List<DuplicateGroup> groups = [];
        // Stills are compared with stills, and clips with clips whose key hash is of the same frame.
        foreach (var sameFrame in Enumerable.Range(0, posts.Count).Where(i => posts[i].Fingerprint.Key is not null)
            .GroupBy(i => posts[i].Fingerprint.Key!.Value.Frame))
            groups.AddRange(finder.CreateGroups([.. sameFrame]));
        return groups;
    }

    private IEnumerable<DuplicateGroup> CreateGroups(int[] members)
    {
        // The posts of each distinct hash, oldest first, because the oldest is the original if nothing else decides.
        var nodes = members.GroupBy(i => posts[i].Fingerprint.Key!.Value.Hash)
            .Select(node => (node.Key, Posts: node.OrderByDescending(i => posts[i].TimeKey).ThenBy(i => posts[i].Post).ToArray()))
            .ToArray();
        var neighbours = FindNeighbours(nodes.Select(node => node.Key).ToArray());
        var weights = Enumerable.Range(0, nodes.Length)
            .Select(i => nodes[i].Posts.Length + neighbours[i].Sum(near => nodes[near.Node].Posts.Length)).ToArray();
        foreach (var centre in Enumerable.Range(0, nodes.Length).Where(i => weights[i] > 1)
            .OrderByDescending(i => weights[i]).ThenByDescending(i => posts[nodes[i].Posts[0]].TimeKey)
            .ThenBy(i => posts[nodes[i].Posts[0]].Post))
            foreach (var medoid in nodes[centre].Posts)
                while (!isGrouped[medoid]
                    && GroupAround(medoid, nodes[centre].Posts.Concat(neighbours[centre].SelectMany(near => nodes[near.Node].Posts))) is
                    { } group)
                    yield return group;
    }

    private DuplicateGroup? GroupAround(int medoid, IEnumerable<int> candidates)
    {
        List<(int Place, int Distance)> members = [(medoid, 0)];
        foreach (var candidate in candidates.Where(i => !isGrouped[i] && i != medoid)
            .Select(i => (Place: i, Distance: GetDistance(medoid, i))).Where(pair => pair.Distance <= MaxDistance)
            .OrderBy(pair => pair.Distance))
        {
            if (members.Any(member => AreIncompatible(member.Place, candidate.Place))) continue;
            members.Add((candidate.Place, candidate.Distance!.Value));
            if (members.Count == MaxMembers) break;
        }
        if (members.Count == 1) return null;
        foreach (var (index, _) in members) isGrouped[index] = true;
        return DuplicateGroup.Create(members.Min(member => posts[member.Place].TimeKey),
            [.. members.Select(member => new GroupMember(posts[member.Place].Post, posts[member.Place].Content, member.Distance))]);
    }

    // Identical bytes have distance 0, even if the length of the clip is unknown.
    private int? GetDistance(int one, int other) =>
        posts[one].Content == posts[other].Content ? 0 : posts[one].Fingerprint.DistanceTo(posts[other].Fingerprint);

    private bool AreIncompatible(int one, int other)
    {
        if (posts[one].Root == posts[other].Root) return true;
        var (first, second) = DuplicateGroup.OrderPair(posts[one].Content, posts[other].Content);
        return isDecided(first, second);
    }

    private static List<(int Node, int Distance)>[] FindNeighbours(ulong[] hashes)
    {
        var neighbours = new List<(int Node, int Distance)>[hashes.Length];
        for (var i = 0; i < hashes.Length; i++) neighbours[i] = [];
        foreach (var (one, other, distance) in new HashIndex(hashes).FindPairs(MaxDistance))
        {
            neighbours[one].Add((other, distance));
            neighbours[other].Add((one, distance));
        }
        foreach (var list in neighbours)
            list.Sort((one, other) => (one.Distance, hashes[one.Node]).CompareTo((other.Distance, hashes[other.Node])));
        return neighbours;
    }
}
