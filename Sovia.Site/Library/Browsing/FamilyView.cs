using Sovia.Index;
using Sovia.Library.Families;

namespace Sovia.Library.Browsing;

/// <summary>One post in its family, and what lies beside the family in the list it was opened from.</summary>
/// <param name="Post">The post asked for.</param>
/// <param name="Family">Its family's card.</param>
/// <param name="Posts">All members that are shown as the post is: the root, then what was made from it, oldest first.</param>
/// <param name="Above">What stands above it in the list, the nearest first; none at the top.</param>
/// <param name="Below">What stands below, the nearest first; none at the end.</param>
/// <param name="Visibility">Whether lists show the post.</param>
public sealed record FamilyView(Post Post, Family Family, IReadOnlyList<Post> Posts, IReadOnlyList<Family> Above,
    IReadOnlyList<Family> Below, Visibility Visibility)
{
    /// <summary>The nearest above, or null at the top.</summary>
    public Family? Previous => Above is [var first, ..] ? first : null;

    /// <summary>The nearest below, or null at the end.</summary>
    public Family? Next => Below is [var first, ..] ? first : null;

    /// <summary>The words to show for a member, and whose they are.</summary>
    public DisplayPrompt GetPrompt(Post member) => DisplayPrompt.Select(member, byId);

    private readonly Dictionary<Guid, Post> byId = Posts.ToDictionary(post => post.Id);
}
