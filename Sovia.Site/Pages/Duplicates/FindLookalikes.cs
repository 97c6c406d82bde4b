using Sovia.Duplicates.Hashes;
using Sovia.Duplicates.Lookups;
using Sovia.Duplicates.Queue;
using Sovia.Metadata.Decoding;

namespace Sovia.Pages.Duplicates;

/// <summary>Finds items that resemble an image with a given perceptual hash.</summary>
public sealed class FindLookalikes(LookalikeIndexCache lookalikes, ReadDuplicateQueue queue, FfmpegTools tools)
{
    private const int Max = 48;

    /// <summary>Returns the nearest items within the distance limit.</summary>
    public async Task<LookalikesView> FindAsync(ulong hash, CancellationToken ct)
    {
        var known = await lookalikes.GetCurrentAsync(ct);
        var near = known.FindNear(hash, HashIndex.MaxDistance, Max);
        var posts = await queue.ReadPostsAsync([.. near.Select(one => (one.Post, one.Distance))], ct);
        return new(known.Count, [.. posts.Select(post => DuplicateMemberView.FromPost(post, null, tools))]);
    }
}
