using Sovia.Curation;
using Sovia.Index;
using Sovia.Library;
using Sovia.Library.Families;

namespace Sovia.Compare;

/// <summary>A post in a comparison.</summary>
/// <param name="Id">The requested ID.</param>
/// <param name="Post">The post; null if it is not in the library.</param>
/// <param name="Visibility">The visibility: listed, hidden or in the trash.</param>
/// <param name="Prompt">The post's prompt, or that of its family.</param>
/// <param name="Annotation">The user's annotation.</param>
public sealed record ComparedPost(Guid Id, Post? Post, Visibility Visibility, DisplayPrompt Prompt, Annotation Annotation)
{
    /// <summary>Whether the post can be shown: imported and listed.</summary>
    public bool IsShown => Post is { IsStub: false } && Visibility == Visibility.Visible;
}
