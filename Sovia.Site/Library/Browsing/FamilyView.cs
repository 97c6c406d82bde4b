using Sovia.Index;
using Sovia.Library.Families;

namespace Sovia.Library.Browsing;

/// <summary>A post with its family, and the neighbours in the list that it was opened from.</summary>
/// <param name="Post">The requested post.</param>
/// <param name="Family">Its family's card.</param>
/// <param name="Posts">All members with the same visibility as the post: the root, then its descendants, oldest first.</param>
/// <param name="Above">The neighbours above in the list, nearest first; empty at the top.</param>
/// <param name="Below">The neighbours below in the list, nearest first; empty at the end.</param>
/// <param name="Visibility">The visibility of the post.</param>
public sealed record FamilyView(Post Post, Family Family, IReadOnlyList<Post> Posts, IReadOnlyList<Family> Above,
    IReadOnlyList<Family> Below, Visibility Visibility)
{
    /// <summary>The nearest neighbour above, or null at the top.</summary>
    public Family? Previous => Above is [var first, ..] ? first : null;

    /// <summary>The nearest neighbour below, or null at the end.</summary>
    public Family? Next => Below is [var first, ..] ? first : null;

    /// <summary>Returns the prompt to show for a member, with its source.</summary>
    public DisplayPrompt GetPrompt(Post member) => DisplayPrompt.Select(member, byId);

    private readonly Dictionary<Guid, Post> byId = Posts.ToDictionary(post => post.Id);
}
