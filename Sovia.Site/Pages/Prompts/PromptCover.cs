namespace Sovia.Pages.Prompts;

/// <summary>A picture of something that was made from a prompt.</summary>
/// <param name="Id">The post.</param>
/// <param name="Url">Its page, among all that was made from the prompt.</param>
/// <param name="Thumbnail">The picture; null where there is none on this server.</param>
/// <param name="Name">What it is, in words.</param>
public sealed record PromptCover(Guid Id, string Url, Thumbnail? Thumbnail, string Name);
