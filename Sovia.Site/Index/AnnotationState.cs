namespace Sovia.Index;

/// <summary>
/// The content of an annotation row: of a post, or of the posts of a family together, with the best rating and all tags.
/// </summary>
/// <param name="Rating">1 to 5 stars, 0 for none.</param>
/// <param name="Tags">The keys of the tags, which ignore case.</param>
/// <param name="Collections">The manual collections that contain any of the posts.</param>
/// <param name="Notes">The notes, folded for searching; empty if there are none.</param>
public sealed record AnnotationState(int Rating, IReadOnlyList<string> Tags, IReadOnlyList<Guid> Collections, string Notes)
{
    /// <summary>The state without annotations.</summary>
    public static readonly AnnotationState None = new(0, [], [], "");
}
