using Sovia.Library;

namespace Sovia.Duplicates.Related;

/// <summary>Posts of other families that are visually related to a post.</summary>
/// <param name="Before">Clips whose last frame is this clip's first, nearest first.</param>
/// <param name="After">Clips whose first frame is this clip's last, nearest first.</param>
/// <param name="Variants">Posts that the user linked to it as variants.</param>
public sealed record RelatedPosts(IReadOnlyList<Post> Before, IReadOnlyList<Post> After, IReadOnlyList<Post> Variants)
{
    /// <summary>No related posts.</summary>
    public static RelatedPosts None { get; } = new([], [], []);

    /// <summary>Whether there are any related posts.</summary>
    public bool Any => Before.Count + After.Count + Variants.Count > 0;
}
