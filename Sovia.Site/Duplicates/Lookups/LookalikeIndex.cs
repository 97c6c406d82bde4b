using Sovia.Duplicates.Groups;
using Sovia.Duplicates.Hashes;

namespace Sovia.Duplicates.Lookups;

/// <summary>An immutable in-memory index of a library's stills by perceptual hash.</summary>
public sealed class LookalikeIndex
{
    private readonly HashedPost[] posts;
    private readonly HashIndex index;
    private readonly ILookup<Guid, ulong> ofFamily;

    internal LookalikeIndex(string mark, IEnumerable<HashedPost> posts)
    {
        Stamp = mark;
        this.posts = [.. posts.Where(post => post.Fingerprint is { IsClip: false, First: not null })];
        index = new([.. this.posts.Select(post => post.Fingerprint.First!.Value)]);
        ofFamily = this.posts.ToLookup(post => post.Root, post => post.Fingerprint.First!.Value);
    }

    /// <summary>The version of the library that was indexed.</summary>
    public string Stamp { get; }

    /// <summary>The number of stills.</summary>
    public int Count => posts.Length;

    /// <summary>Returns the stills near a hash, nearest first.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="distance">The maximum Hamming distance, at most <see cref="HashIndex.MaxDistance"/>.</param>
    /// <param name="count">The maximum number of results.</param>
    public IReadOnlyList<Lookalike> FindNear(ulong hash, int distance, int count)
    {
        List<Lookalike> found = [];
        index.FindNear(hash, distance, (place, apart) => found.Add(new(posts[place].Post, posts[place].Root, apart)));
        return [.. found.OrderBy(one => one.Distance).ThenBy(one => one.Post).Take(count)];
    }

    /// <summary>
    /// Returns other families by the smallest distance between any of their stills and any still of a family, nearest first and without a
    /// maximum distance. Empty if the family has no comparable still. Scans all stills: one millisecond for a million.
    /// </summary>
    /// <param name="root">ID of the family.</param>
    /// <param name="count">The maximum number of results.</param>
    public IReadOnlyList<Lookalike> FindNearestFamilies(Guid root, int count)
    {
        var own = ofFamily[root].Distinct().ToArray();
        if (own.Length == 0 || count <= 0) return [];
        // A counting sort, because there are only 65 distances.
        var byDistance = new List<int>?[65];
        for (var place = 0; place < posts.Length; place++)
        {
            if (posts[place].Root == root) continue;
            var nearest = 64;
            foreach (var hash in own) nearest = Math.Min(nearest, PerceptualHash.Distance(hash, index[place]));
            (byDistance[nearest] ??= []).Add(place);
        }
        return [.. byDistance.SelectMany((places, distance) =>
            (places ?? []).Select(place => new Lookalike(posts[place].Post, posts[place].Root, distance)).OrderBy(one => one.Root)
            .ThenBy(one => one.Post))
            .DistinctBy(one => one.Root).Take(count)];
    }
}
