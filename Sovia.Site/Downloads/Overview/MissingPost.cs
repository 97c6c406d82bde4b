using Sovia.Downloads.Runs;
using Sovia.Library;

namespace Sovia.Downloads.Overview;

/// <summary>A post whose bytes are not here.</summary>
/// <param name="Post">The post.</param>
/// <param name="Problem">Why it did not come when it was last tried; null where it was not.</param>
public sealed record MissingPost(Post Post, DownloadProblem? Problem)
{
    /// <summary>A <see cref="MissingReason"/> or a <see cref="Sovia.Downloads.Fetching.DownloadErrorCode"/>.</summary>
    public string Reason =>
        Post.Safety == FileStatus.Damaged ? MissingReason.Damaged : Problem?.Code ?? MissingReason.ForHost(Post.MediaHost, Post.Safety);
}
