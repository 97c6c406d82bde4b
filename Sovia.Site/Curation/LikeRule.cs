using Sovia.Library;

namespace Sovia.Curation;

/// <summary>
/// Which like counts where both a source and the user said something: the later one. The rows that lists read follow the same rule in SQL.
/// </summary>
public static class LikeRule
{
    /// <summary>Whether a post is liked; null where nobody said anything.</summary>
    /// <param name="post">What sources say.</param>
    /// <param name="annotation">What the user said; null where nothing was.</param>
    public static bool? IsLiked(Post post, Annotation? annotation) =>
        annotation is { Liked: { } liked, LikedAt: var at } && !(post.LikedSeenAt > at) ? liked : post.Liked;
}
