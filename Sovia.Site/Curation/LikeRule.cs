using Sovia.Library;

namespace Sovia.Curation;

/// <summary>
/// Decides between the likes of a source and of the user: the later one wins. The index rows apply the same rule in SQL.
/// </summary>
public static class LikeRule
{
    /// <summary>Returns whether a post is liked; null if neither a source nor the user set it.</summary>
    /// <param name="post">The post, with the like of its sources.</param>
    /// <param name="annotation">The user's annotation; null if there is none.</param>
    public static bool? IsLiked(Post post, Annotation? annotation) =>
        annotation is { Liked: { } liked, LikedAt: var likedAt } && !(post.LikedSeenAt > likedAt) ? liked : post.Liked;
}
