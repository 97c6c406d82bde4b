using Sovia.Curation;
using Sovia.Index;

namespace Sovia.Pages.Posts;

/// <summary>The controls that annotate a post.</summary>
/// <param name="Annotation">What is decided so far.</param>
/// <param name="Visibility">Whether lists show the post.</param>
/// <param name="ReturnUrl">Where to return to: an address of this site.</param>
/// <param name="Problems">What was wrong with the last attempt.</param>
public sealed record AnnotateView(Annotation Annotation, Visibility Visibility, string ReturnUrl, IReadOnlyList<ChangeProblem> Problems)
{
    /// <summary>Where its forms are sent.</summary>
    public string Action => $"/posts/{Annotation.Id}/annotate";

    /// <summary>The tags, none where there are none.</summary>
    public IReadOnlyList<string> Tags => Annotation.Tags ?? [];

    /// <summary>The title as the form shows it: what was written last, also where it was refused.</summary>
    public string? Title { get; init; } = Annotation.Title;

    /// <summary>The note as the form shows it.</summary>
    public string? Note { get; init; } = Annotation.Note;

    /// <summary>What was done just now, for a script to say; null for nothing.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>The controls of an annotation.</summary>
    public static AnnotateView FromAnnotation(Annotation annotation, string back) => new(
        annotation, annotation.TrashedAt is not null ? Visibility.Trashed : annotation.Hidden == true ? Visibility.Hidden
        : Visibility.Visible, back, []);
}
