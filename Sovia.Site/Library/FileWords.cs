namespace Sovia.Library;

/// <summary>Lets the words in a post's file stand in where no source has any.</summary>
public static class FileWords
{
    /// <summary>The post with prompt and model, where its file has them.</summary>
    public static Post In(Post post) => post with
    {
        Prompt = post.UserPrompt is null && post.Caption is null && post.FilePrompt is { Length: > 0 } words ? words : post.Prompt,
        Model = post.Model ?? post.FileModel,
    };
}
