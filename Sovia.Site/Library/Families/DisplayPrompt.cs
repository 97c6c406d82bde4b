namespace Sovia.Library.Families;

/// <summary>The prompt to show for a post, with its source. Most images have no prompt of their own, but their videos do.</summary>
/// <param name="Text">The text, or null if the family has none.</param>
/// <param name="Source">The source of the text.</param>
public sealed record DisplayPrompt(string? Text, PromptSource Source)
{
    /// <summary>No prompt.</summary>
    public static readonly DisplayPrompt None = new(null, PromptSource.None);

    /// <summary>
    /// Selects the post's own prompt, else its caption, else the prompt of the nearest ancestor, else the best one of its descendants.
    /// </summary>
    /// <param name="post">The post to show.</param>
    /// <param name="family">All posts of its family, by id.</param>
    public static DisplayPrompt Select(Post post, IReadOnlyDictionary<Guid, Post> family)
    {
        if (post.UserPrompt is { } ownPrompt) return new(ownPrompt, PromptSource.Own);
        if (post.Caption is { } caption) return new(caption, PromptSource.Caption);
        foreach (var ancestor in Lineage.GetAncestors(post, family))
            if ((ancestor.UserPrompt ?? ancestor.Caption) is { } ancestorPrompt) return new(ancestorPrompt, PromptSource.Ancestor);
        return FindBest(Lineage.GetDescendants(post, family)) is { } bestPrompt ? new(bestPrompt, PromptSource.Descendant) : None;
    }

    // A typed prompt is preferred to a caption, and an older one to a newer one, so that later videos do not change the card.
    private static string? FindBest(IEnumerable<Post> posts) => posts
        .Select(post => (Words: post.UserPrompt ?? post.Caption, Typed: post.UserPrompt is not null, post.CreatedAt, post.Id))
        .Where(candidate => candidate.Words is not null)
        .OrderByDescending(candidate => candidate.Typed)
        .ThenBy(candidate => candidate.CreatedAt ?? DateTimeOffset.MaxValue)
        .ThenBy(candidate => candidate.Id)
        .Select(candidate => candidate.Words)
        .FirstOrDefault();
}
