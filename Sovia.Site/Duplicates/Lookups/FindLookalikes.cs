using Sovia.Similarity;

namespace Sovia.Duplicates.Lookups;

/// <summary>Finds families that look similar by the perceptual hashes of their files.</summary>
public sealed class FindLookalikes(LookalikeIndexCache cache) : IFindLookalikes
{
    // Of two unrelated images, 3 in 100,000 pairs are this near.
    private const int MaxDistance = 16;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LookalikeFamily>> FindFamiliesAsync(Guid root, int count, CancellationToken ct) =>
        [.. (await cache.GetCurrentAsync(ct)).FindNearestFamilies(root, MaxDistance, count)
            .Select(family => new LookalikeFamily(family.Root, family.Distance))];
}
