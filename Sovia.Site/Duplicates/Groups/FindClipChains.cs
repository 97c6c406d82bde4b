using Sovia.Duplicates.Hashes;

namespace Sovia.Duplicates.Groups;

/// <summary>Finds clips that continue each other: the last frame of one is the first frame of another, in a different family.</summary>
public static class FindClipChains
{
    // The links of one clip, limited because a still that was animated a hundred times would give ten thousand links.
    private const int MaxOfOne = 12;

    /// <summary>Returns the links, the nearest ones of each clip.</summary>
    public static IReadOnlyList<ClipLink> Find(IReadOnlyList<HashedPost> posts)
    {
        var starts = posts.Where(post => post.Fingerprint is { IsClip: true, First: not null })
            .GroupBy(post => post.Fingerprint.First!.Value).Select(start => (start.Key, Posts: start.ToArray())).ToArray();
        var index = new HashIndex([.. starts.Select(start => start.Key)]);
        List<ClipLink> links = [];
        foreach (var end in posts.Where(post => post.Fingerprint is { IsClip: true, Last: not null })
            .GroupBy(post => post.Fingerprint.Last!.Value))
        {
            List<(int Start, int Distance)> near = [];
            index.FindNear(end.Key, FindDuplicateGroups.MaxDistance, (start, distance) => near.Add((start, distance)));
            if (near.Count == 0) continue;
            near.Sort((one, other) => (one.Distance, starts[one.Start].Key).CompareTo((other.Distance, starts[other.Start].Key)));
            foreach (var clip in end)
                links.AddRange(near.SelectMany(start => starts[start.Start].Posts, (start, next) => (Next: next, start.Distance))
                    .Where(next => next.Next.Root != clip.Root && next.Next.Content != clip.Content).DistinctBy(next => next.Next.Content)
                    .Take(MaxOfOne)
                    .Select(next => new ClipLink(clip.Content, next.Next.Content, next.Distance)));
        }
        return [.. links.DistinctBy(link => (link.Content, link.Next))];
    }
}
