using Sovia.Duplicates.Groups;
using Sovia.Duplicates.Hashes;

namespace Sovia.Duplicates.Lookups;

/// <summary>An immutable in-memory index of a library's stills, and of the first frames of its videos, by perceptual hash.</summary>
public sealed class LookalikeIndex
{
    private readonly HashedPost[] posts;
    private readonly HashIndex index;
    private readonly (Guid Post, Guid Root, ulong Hash)[] looks;
    private readonly ILookup<Guid, ulong> hashesByFamily;

    internal LookalikeIndex(string stamp, IEnumerable<HashedPost> posts)
    {
        Stamp = stamp;
        HashedPost[] hashed = [.. posts.Where(post => post.Fingerprint.First is not null)];
        this.posts = [.. hashed.Where(post => !post.Fingerprint.IsClip)];
        index = new([.. this.posts.Select(post => post.Fingerprint.First!.Value)]);
        looks = [.. hashed.Select(post => (post.Post, post.Root, post.Fingerprint.First!.Value))];
        hashesByFamily = looks.ToLookup(post => post.Root, post => post.Hash);
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
        List<Lookalike> lookalikes = [];
        index.FindNear(hash, distance, (i, bits) => lookalikes.Add(new(posts[i].Post, posts[i].Root, bits)));
        return [.. lookalikes.OrderBy(lookalike => lookalike.Distance).ThenBy(lookalike => lookalike.Post).Take(count)];
    }

    /// <summary>
    /// Returns other families by the smallest distance between any of their files and any file of a family, nearest first. Compares stills
    /// and the first frames of videos. Empty if the family has no comparable file. Scans all files: one millisecond for a million.
    /// </summary>
    /// <param name="root">ID of the family.</param>
    /// <param name="distance">The maximum Hamming distance.</param>
    /// <param name="count">The maximum number of results.</param>
    public IReadOnlyList<Lookalike> FindNearestFamilies(Guid root, int distance, int count)
    {
        var familyHashes = hashesByFamily[root].Distinct().ToArray();
        if (familyHashes.Length == 0 || count <= 0) return [];
        var near = new List<Lookalike>();
        foreach (var (post, family, hash) in looks)
        {
            if (family == root) continue;
            var nearest = int.MaxValue;
            foreach (var ownHash in familyHashes) nearest = Math.Min(nearest, PerceptualHash.Distance(ownHash, hash));
            if (nearest <= distance) near.Add(new(post, family, nearest));
        }
        return [.. near.OrderBy(lookalike => lookalike.Distance).ThenBy(lookalike => lookalike.Root).ThenBy(lookalike => lookalike.Post)
            .DistinctBy(lookalike => lookalike.Root).Take(count)];
    }
}
