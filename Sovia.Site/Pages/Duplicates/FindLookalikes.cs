using Sovia.Duplicates.Hashes;
using Sovia.Duplicates.Lookups;
using Sovia.Duplicates.Queue;
using Sovia.Metadata.Decoding;

namespace Sovia.Pages.Duplicates;

/// <summary>Finds items that resemble an image with a given perceptual hash.</summary>
public sealed class FindLookalikes(LookalikeIndexCache lookalikes, ReadDuplicateQueue queue, FfmpegTools tools)
{
    private const int MaxMatches = 48;

    /// <summary>Returns the nearest items within the distance limit.</summary>
    public async Task<LookalikesView> FindAsync(ulong hash, CancellationToken ct)
    {
        var index = await lookalikes.GetCurrentAsync(ct);
        var matches = index.FindNear(hash, HashIndex.MaxDistance, MaxMatches);
        var posts = await queue.ReadPostsAsync([.. matches.Select(match => (match.Post, match.Distance))], ct);
        return new(index.Count, [.. posts.Select(post => DuplicateMemberView.FromPost(post, null, tools))]);
    }
}
