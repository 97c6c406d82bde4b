namespace Sovia.Index;

/// <summary>What an annotation row says of a post, or of the posts of a family together: the best rating, all tags.</summary>
/// <param name="Rating">1 to 5 stars, 0 for none.</param>
/// <param name="Tags">The keys of its tags: tags that differ in case alone have the same.</param>
/// <param name="Collections">The collections that any of it was put into.</param>
/// <param name="Notes">The notes, folded as text is for searching; empty where there is none.</param>
public sealed record AnnotationState(int Rating, IReadOnlyList<string> Tags, IReadOnlyList<Guid> Collections, string Notes)
{
    /// <summary>Of what nobody decided anything about.</summary>
    public static readonly AnnotationState None = new(0, [], [], "");
}
