using Sovia.Curation;
using Sovia.Index;
using Sovia.Library;
using Sovia.Library.Families;

namespace Sovia.Compare;

/// <summary>One of the posts that are compared.</summary>
/// <param name="Id">The id that was asked for.</param>
/// <param name="Post">The post; null where the library does not have it.</param>
/// <param name="Shown">Whether lists show it.</param>
/// <param name="Prompt">Its words, or those of its family.</param>
/// <param name="Annotation">What the user decided about it.</param>
public sealed record ComparedPost(Guid Id, Post? Post, Visibility Shown, DisplayPrompt Prompt, Annotation Annotation)
{
    /// <summary>Whether it can be looked at here: known, imported, and in no trash.</summary>
    public bool IsShown => Post is { IsStub: false } && Shown == Visibility.Visible;
}
