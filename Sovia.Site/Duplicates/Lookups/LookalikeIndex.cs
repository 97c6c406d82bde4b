using Sovia.Duplicates.Groups;
using Sovia.Duplicates.Hashes;

namespace Sovia.Duplicates.Lookups;

/// <summary>The stills of a library by what they look like, in memory and unchanging.</summary>
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

    /// <summary>Of which state of the library it is.</summary>
    public string Stamp { get; }

    /// <summary>How many stills it knows.</summary>
    public int Count => posts.Length;

    /// <summary>The stills near a hash, the nearest first.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="distance">In how many bits they may differ, at most <see cref="HashIndex.MaxDistance"/>.</param>
    /// <param name="count">How many at the most.</param>
    public IReadOnlyList<Lookalike> FindNear(ulong hash, int distance, int count)
    {
        List<Lookalike> found = [];
        index.FindNear(hash, distance, (place, apart) => found.Add(new(posts[place].Post, posts[place].Root, apart)));
        return [.. found.OrderBy(one => one.Distance).ThenBy(one => one.Post).Take(count)];
    }

    /// <summary>
    /// Other families by how much any of their stills looks like any of a family's, the most alike first, however far they are. Empty for a
    /// family without a still that can be compared. Looks at all stills: a millisecond for a million.
    /// </summary>
    /// <param name="root">The family.</param>
    /// <param name="count">How many at the most.</param>
    public IReadOnlyList<Lookalike> FindNearestFamilies(Guid root, int count)
    {
        var own = ofFamily[root].Distinct().ToArray();
        if (own.Length == 0 || count <= 0) return [];
        // Distances are few, so the nearest are sorted out by counting.
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
