namespace Sovia.Library;

/// <summary>What the maker of a post's file wrote into it, as far as it stands in for what no source says.</summary>
/// <param name="Prompt">The words.</param>
/// <param name="Model">The model.</param>
/// <param name="Seed">The seed, as text: some are larger than any integer. Sources have none.</param>
public sealed record FileMetadata(string? Prompt, string? Model, string? Seed)
{
    /// <summary>The post with prompt and model, where its file has them and no source has.</summary>
    public static Post ApplyTo(Post post) => post.FileWords is not { } words ? post : post with
    {
        Prompt = post.UserPrompt is null && post.Caption is null && words.Prompt is { Length: > 0 } prompt ? prompt : post.Prompt,
        Model = post.Model ?? (words.Model is { } model ? StorableText.Truncate(model, PostLimits.MaxNameLength) : null),
    };
}
