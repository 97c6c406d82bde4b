using Sovia.Library;

namespace Sovia.Duplicates.Queue;

/// <summary>A post in a group that waits for a decision.</summary>
/// <param name="Post">The post.</param>
/// <param name="Content">SHA-256 of the bytes that are compared.</param>
/// <param name="Distance">How far it is from the group's medoid.</param>
/// <param name="Liked">Whether it is liked; null where nobody said anything.</param>
/// <param name="Rating">Its stars, 0 for none.</param>
public sealed record QueuedPost(Post Post, string Content, int Distance, bool? Liked, int Rating)
{
    /// <summary>How many pixels a still or frame has; 0 where that is not known.</summary>
    public long Pixels => (long)(Post.File?.Width ?? Post.Width ?? 0) * (Post.File?.Height ?? Post.Height ?? 0);

    /// <summary>How long a clip is in seconds; 0 where that is not known, and for a still.</summary>
    public double Seconds => Post.Kind == MediaKind.Video ? Post.File?.Duration ?? Post.Duration ?? 0 : 0;

    /// <summary>How many bytes its file has.</summary>
    public long Bytes => Post.File?.Length ?? 0;
}
