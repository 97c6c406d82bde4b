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
    private readonly bool[] taken;

    private FindDuplicateGroups(IReadOnlyList<HashedPost> posts, Func<string, string, bool> isDecided) =>
        (this.posts, this.isDecided, taken) = (posts, isDecided, new bool[posts.Count]);

    /// <summary>Finds the groups.</summary>
    /// <param name="posts">The posts.</param>
    /// <param name="isDecided">Returns whether a pair of contents, in ordinal order, has a decision.</param>
    public static IReadOnlyList<DuplicateGroup> Find(IReadOnlyList<HashedPost> posts, Func<string, string, bool> isDecided)
    {
        var finding = new FindDuplicateGroups(posts, isDecided);
        List<DuplicateGroup> groups = [];
        // Stills are compared with stills, and clips with clips whose key hash is of the same frame.
        foreach (var alike in Enumerable.Range(0, posts.Count).Where(at => posts[at].Fingerprint.Key is not null)
            .GroupBy(at => posts[at].Fingerprint.Key!.Value.Frame))
            groups.AddRange(finding.CreateGroups([.. alike]));
        return groups;
    }

    private IEnumerable<DuplicateGroup> CreateGroups(int[] members)
    {
        // The posts of each distinct hash, oldest first, because the oldest is the original if nothing else decides.
        var nodes = members.GroupBy(at => posts[at].Fingerprint.Key!.Value.Hash)
            .Select(node => (node.Key, Posts: node.OrderByDescending(at => posts[at].TimeKey).ThenBy(at => posts[at].Post).ToArray()))
            .ToArray();
        var neighbours = Neighbours(nodes.Select(node => node.Key).ToArray());
        var weights = Enumerable.Range(0, nodes.Length)
            .Select(at => nodes[at].Posts.Length + neighbours[at].Sum(near => nodes[near.Node].Posts.Length)).ToArray();
        foreach (var centre in Enumerable.Range(0, nodes.Length).Where(at => weights[at] > 1)
            .OrderByDescending(at => weights[at]).ThenByDescending(at => posts[nodes[at].Posts[0]].TimeKey)
            .ThenBy(at => posts[nodes[at].Posts[0]].Post))
            foreach (var medoid in nodes[centre].Posts)
                while (!taken[medoid]
                    && Around(medoid, nodes[centre].Posts.Concat(neighbours[centre].SelectMany(near => nodes[near.Node].Posts))) is
                    { } group)
                    yield return group;
    }

    private DuplicateGroup? Around(int medoid, IEnumerable<int> near)
    {
        List<(int Place, int Distance)> members = [(medoid, 0)];
        foreach (var candidate in near.Where(at => !taken[at] && at != medoid)
            .Select(at => (Place: at, Distance: GetDistance(medoid, at))).Where(one => one.Distance <= MaxDistance)
            .OrderBy(one => one.Distance))
        {
            if (members.Any(member => IsApart(member.Place, candidate.Place))) continue;
            members.Add((candidate.Place, candidate.Distance!.Value));
            if (members.Count == MaxMembers) break;
        }
        if (members.Count == 1) return null;
        foreach (var (place, _) in members) taken[place] = true;
        return DuplicateGroup.Create(members.Min(member => posts[member.Place].TimeKey),
            [.. members.Select(member => new GroupMember(posts[member.Place].Post, posts[member.Place].Content, member.Distance))]);
    }

    // Identical bytes have distance 0, even if the length of the clip is unknown.
    private int? GetDistance(int one, int other) =>
        posts[one].Content == posts[other].Content ? 0 : posts[one].Fingerprint.DistanceTo(posts[other].Fingerprint);

    private bool IsApart(int one, int other)
    {
        if (posts[one].Root == posts[other].Root) return true;
        var (first, second) = DuplicateGroup.OrderPair(posts[one].Content, posts[other].Content);
        return isDecided(first, second);
    }

    private static List<(int Node, int Distance)>[] Neighbours(ulong[] hashes)
    {
        var neighbours = new List<(int Node, int Distance)>[hashes.Length];
        for (var at = 0; at < hashes.Length; at++) neighbours[at] = [];
        foreach (var (one, other, distance) in new HashIndex(hashes).FindPairs(MaxDistance))
        {
            neighbours[one].Add((other, distance));
            neighbours[other].Add((one, distance));
        }
        foreach (var near in neighbours)
            near.Sort((one, other) => (one.Distance, hashes[one.Node]).CompareTo((other.Distance, hashes[other.Node])));
        return neighbours;
    }
}
