using Sovia.Curation;

namespace Sovia.Api;

/// <summary>
/// An annotation as the API returns it. The like is the effective one: the later of the source's and the user's.
/// </summary>
internal sealed record AnnotationJson(bool? Liked, int Rating, IReadOnlyList<string> Tags, string? Note, string? Title, bool Hidden,
    DateTimeOffset? TrashedAt)
{
    public static AnnotationJson From(Annotation annotation, bool? liked) => new(
        liked, annotation.Rating ?? 0, annotation.Tags ?? [], annotation.Note, annotation.Title, annotation.Hidden == true,
        annotation.TrashedAt);
}
