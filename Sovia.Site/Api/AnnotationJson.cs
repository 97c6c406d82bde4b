using Sovia.Curation;

namespace Sovia.Api;

/// <summary>
/// What the user decided about a post, as the API shows it; a like counts from whoever said so last, a source or the user.
/// </summary>
internal sealed record AnnotationJson(bool? Liked, int Rating, IReadOnlyList<string> Tags, string? Note, string? Title, bool Hidden,
    DateTimeOffset? TrashedAt)
{
    /// <summary>An annotation.</summary>
    public static AnnotationJson From(Annotation annotation, bool? liked) => new(
        liked, annotation.Rating ?? 0, annotation.Tags ?? [], annotation.Note, annotation.Title, annotation.Hidden == true,
        annotation.TrashedAt);
}
