using Sovia.Library;

namespace Sovia.Duplicates.Queue;

/// <summary>A post in a group without a decision.</summary>
/// <param name="Post">The post.</param>
/// <param name="Content">SHA-256 of the compared file.</param>
/// <param name="Distance">Distance to the group's medoid.</param>
/// <param name="Liked">Whether it is liked; null if unknown.</param>
/// <param name="Rating">Its stars; 0 for none.</param>
public sealed record QueuedPost(Post Post, string Content, int Distance, bool? Liked, int Rating)
{
    /// <summary>The number of pixels of the still or of a frame; 0 if unknown.</summary>
    public long Pixels => (long)(Post.File?.Width ?? Post.Width ?? 0) * (Post.File?.Height ?? Post.Height ?? 0);

    /// <summary>The length of a clip in seconds; 0 for a still or if unknown.</summary>
    public double Seconds => Post.Kind == MediaKind.Video ? Post.File?.Duration ?? Post.Duration ?? 0 : 0;

    /// <summary>The size of the file in bytes; 0 if unknown.</summary>
    public long Bytes => Post.File?.Length ?? 0;
}
