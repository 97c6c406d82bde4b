using Sovia.Duplicates.Hashes;

namespace Sovia.Duplicates.Groups;

/// <summary>Finds clips that continue each other: the last frame of one is the first frame of another, in a different family.</summary>
public static class FindClipLinks
{
    // The maximum number of links of a clip, because a still that was animated a hundred times would give ten thousand links.
    private const int MaxLinksPerClip = 12;

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
            List<(int Start, int Distance)> nearStarts = [];
            index.FindNear(end.Key, FindDuplicateGroups.MaxDistance, (start, distance) => nearStarts.Add((start, distance)));
            if (nearStarts.Count == 0) continue;
            nearStarts.Sort((one, other) => (one.Distance, starts[one.Start].Key).CompareTo((other.Distance, starts[other.Start].Key)));
            foreach (var clip in end)
                links.AddRange(nearStarts.SelectMany(match => starts[match.Start].Posts, (match, next) => (Next: next, match.Distance))
                    .Where(item => item.Next.Root != clip.Root && item.Next.Content != clip.Content).DistinctBy(item => item.Next.Content)
                    .Take(MaxLinksPerClip)
                    .Select(item => new ClipLink(clip.Content, item.Next.Content, item.Distance)));
        }
        return [.. links.DistinctBy(link => (link.Content, link.Next))];
    }
}
