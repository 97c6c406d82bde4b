namespace Sovia.Library;

/// <summary>Metadata that Grok wrote into a post's file, used for values that no source provides.</summary>
/// <param name="Prompt">The prompt.</param>
/// <param name="Model">The model.</param>
/// <param name="Seed">The seed as text, because some exceed any integer. Sources have no seeds.</param>
public sealed record FileMetadata(string? Prompt, string? Model, string? Seed)
{
    /// <summary>Returns the post with the prompt and model of its file if no source provides them.</summary>
    public static Post ApplyTo(Post post) => post.FileMetadata is not { } metadata ? post : post with
    {
        Prompt = post.UserPrompt is null && post.Caption is null && metadata.Prompt is { Length: > 0 } prompt ? prompt : post.Prompt,
        Model = post.Model ?? (metadata.Model is { } model ? StorableText.Truncate(model, PostLimits.MaxNameLength) : null),
    };
}
