using Sovia.Duplicates.Hashes;
using Sovia.Duplicates.Lookups;
using Sovia.Duplicates.Queue;
using Sovia.MediaFiles.Pictures;

namespace Sovia.Pages.Duplicates;

/// <summary>Finds what looks like a picture whose hash is known.</summary>
public sealed class LookUp(OpenLookalikes lookalikes, ReadQueue queue, FrameTools tools)
{
    private const int Most = 48;

    /// <summary>The nearest items, those far off left out.</summary>
    public async Task<LookupView> OfAsync(ulong hash, CancellationToken ct)
    {
        var known = await lookalikes.CurrentAsync(ct);
        var near = known.Near(hash, HashIndex.Farthest, Most);
        var posts = await queue.PostsAsync([.. near.Select(one => (one.Post, one.Distance))], ct);
        return new(known.Count, [.. posts.Select(post => MemberView.Of(post, null, tools))]);
    }
}
