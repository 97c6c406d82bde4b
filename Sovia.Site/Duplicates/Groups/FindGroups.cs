using Sovia.Duplicates.Hashes;

namespace Sovia.Duplicates.Groups;

/// <summary>
/// Puts posts that look the same into groups. All members of a group are near one of them, its medoid: chains of neighbours do not make a group. A group has one
/// post of a family at the most, and no two whose contents were decided upon.
/// </summary>
public sealed class FindGroups
{
    /// <summary>In how many bits of the hash members may differ from the medoid. The test of a hundred made pictures says what comes of it.</summary>
    public const int Near = 4;

    /// <summary>How many members a group has at the most. Those beyond it make groups of their own.</summary>
    public const int MostMembers = 12;

    private readonly IReadOnlyList<HashedPost> posts;
    private readonly Func<string, string, bool> isDecided;
    private readonly bool[] taken;

    private FindGroups(IReadOnlyList<HashedPost> posts, Func<string, string, bool> isDecided) =>
        (this.posts, this.isDecided, taken) = (posts, isDecided, new bool[posts.Count]);

    /// <summary>Finds the groups.</summary>
    /// <param name="posts">The posts.</param>
    /// <param name="isDecided">Whether a pair of contents, the lesser first, was decided upon.</param>
    public static IReadOnlyList<DuplicateGroup> Among(IReadOnlyList<HashedPost> posts, Func<string, string, bool> isDecided)
    {
        var finding = new FindGroups(posts, isDecided);
        List<DuplicateGroup> groups = [];
        // Stills are compared with stills, and clips with clips that have their hash of the same frame.
        foreach (var alike in Enumerable.Range(0, posts.Count).Where(at => posts[at].Look.Key is not null).GroupBy(at => posts[at].Look.Key!.Value.Frame))
            groups.AddRange(finding.Of([.. alike]));
        return groups;
    }

    private IEnumerable<DuplicateGroup> Of(int[] members)
    {
        // Of each distinct hash the posts that have it, the oldest first: where nothing else speaks for another, it is the original.
        var nodes = members.GroupBy(at => posts[at].Look.Key!.Value.Hash)
            .Select(node => (node.Key, Posts: node.OrderByDescending(at => posts[at].Age).ThenBy(at => posts[at].Post).ToArray())).ToArray();
        var neighbours = Neighbours(nodes.Select(node => node.Key).ToArray());
        var weights = Enumerable.Range(0, nodes.Length).Select(at => nodes[at].Posts.Length + neighbours[at].Sum(near => nodes[near.Node].Posts.Length)).ToArray();
        foreach (var centre in Enumerable.Range(0, nodes.Length).Where(at => weights[at] > 1)
            .OrderByDescending(at => weights[at]).ThenByDescending(at => posts[nodes[at].Posts[0]].Age).ThenBy(at => posts[nodes[at].Posts[0]].Post))
            foreach (var medoid in nodes[centre].Posts)
                while (!taken[medoid] && Around(medoid, nodes[centre].Posts.Concat(neighbours[centre].SelectMany(near => nodes[near.Node].Posts))) is { } group)
                    yield return group;
    }

    private DuplicateGroup? Around(int medoid, IEnumerable<int> near)
    {
        List<(int Place, int Distance)> members = [(medoid, 0)];
        foreach (var candidate in near.Where(at => !taken[at] && at != medoid)
            .Select(at => (Place: at, Distance: DistanceOf(medoid, at))).Where(one => one.Distance <= Near).OrderBy(one => one.Distance))
        {
            if (members.Any(member => IsApart(member.Place, candidate.Place))) continue;
            members.Add((candidate.Place, candidate.Distance!.Value));
            if (members.Count == MostMembers) break;
        }
        if (members.Count == 1) return null;
        foreach (var (place, _) in members) taken[place] = true;
        return DuplicateGroup.Of(members.Min(member => posts[member.Place].Age), [.. members.Select(member => new GroupMember(posts[member.Place].Post, posts[member.Place].Content, member.Distance))]);
    }

    // The same bytes are the same clip, whatever is known of its length.
    private int? DistanceOf(int one, int other) => posts[one].Content == posts[other].Content ? 0 : posts[one].Look.DistanceTo(posts[other].Look);

    private bool IsApart(int one, int other)
    {
        if (posts[one].Root == posts[other].Root) return true;
        var (first, second) = DuplicateGroup.PairOf(posts[one].Content, posts[other].Content);
        return isDecided(first, second);
    }

    private static List<(int Node, int Distance)>[] Neighbours(ulong[] hashes)
    {
        var neighbours = new List<(int Node, int Distance)>[hashes.Length];
        for (var at = 0; at < hashes.Length; at++) neighbours[at] = [];
        foreach (var (one, other, distance) in new HashIndex(hashes).Pairs(Near))
        {
            neighbours[one].Add((other, distance));
            neighbours[other].Add((one, distance));
        }
        foreach (var near in neighbours) near.Sort((one, other) => (one.Distance, hashes[one.Node]).CompareTo((other.Distance, hashes[other.Node])));
        return neighbours;
    }
}
