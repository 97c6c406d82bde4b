using Sovia.Curation;
using Sovia.Index;

namespace Sovia.Pages.Posts;

/// <summary>The controls that annotate a post.</summary>
/// <param name="Annotation">The current annotation.</param>
/// <param name="Visibility">Whether lists show the post.</param>
/// <param name="ReturnUrl">The local URL to return to.</param>
/// <param name="Problems">The validation errors of the last submission.</param>
public sealed record AnnotateView(Annotation Annotation, Visibility Visibility, string ReturnUrl, IReadOnlyList<ChangeProblem> Problems)
{
    /// <summary>The URL that the forms post to.</summary>
    public string Action => $"/posts/{Annotation.Id}/annotate";

    /// <summary>The tags; empty if there are none.</summary>
    public IReadOnlyList<string> Tags => Annotation.Tags ?? [];

    /// <summary>The title in the form: the last submitted value, even if it was rejected.</summary>
    public string? Title { get; init; } = Annotation.Title;

    /// <summary>The note in the form.</summary>
    public string? Note { get; init; } = Annotation.Note;

    /// <summary>The result of the last change, for a script to announce; null for none.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>Creates the controls of an annotation.</summary>
    public static AnnotateView FromAnnotation(Annotation annotation, string back) => new(
        annotation, annotation.TrashedAt is not null ? Visibility.Trashed : annotation.Hidden == true ? Visibility.Hidden
        : Visibility.Visible, back, []);
}
