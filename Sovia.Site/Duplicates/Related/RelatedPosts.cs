using Sovia.Library;

namespace Sovia.Duplicates.Related;

/// <summary>Posts of other families that have to do with a post by what they look like.</summary>
/// <param name="Before">Clips that end where it begins, the nearest first.</param>
/// <param name="After">Clips that begin where it ends, the nearest first.</param>
/// <param name="Variants">Posts that the user linked to it as variants.</param>
public sealed record RelatedPosts(IReadOnlyList<Post> Before, IReadOnlyList<Post> After, IReadOnlyList<Post> Variants)
{
    /// <summary>None of any kind.</summary>
    public static RelatedPosts None { get; } = new([], [], []);

    /// <summary>Whether there are any.</summary>
    public bool Any => Before.Count + After.Count + Variants.Count > 0;
}
