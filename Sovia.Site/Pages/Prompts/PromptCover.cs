namespace Sovia.Pages.Prompts;

/// <summary>The cover of a post made from a prompt.</summary>
/// <param name="Id">The post.</param>
/// <param name="Url">Its URL, in the context of all posts made from the prompt.</param>
/// <param name="Thumbnail">The thumbnail; null if there is none on this server.</param>
/// <param name="Name">The display name.</param>
public sealed record PromptCover(Guid Id, string Url, Thumbnail? Thumbnail, string Name)
{
    /// <summary>Whether it is blurred until revealed.</summary>
    public bool IsBlurred { get; init; }
}
