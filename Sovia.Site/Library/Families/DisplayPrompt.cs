namespace Sovia.Library.Families;

/// <summary>The prompt to show for a post, and whose it is: most stills have no words of their own, their videos do.</summary>
/// <param name="Text">The words, or null where the family has none.</param>
/// <param name="Source">Whose words they are.</param>
public sealed record DisplayPrompt(string? Text, PromptSource Source)
{
    /// <summary>No words.</summary>
    public static readonly DisplayPrompt None = new(null, PromptSource.None);

    /// <summary>Own words, else the model's caption, else the nearest ancestor's, else the best of what was made from it.</summary>
    /// <param name="post">The post to show.</param>
    /// <param name="family">All posts of its family, by id.</param>
    public static DisplayPrompt Select(Post post, IReadOnlyDictionary<Guid, Post> family)
    {
        if (post.UserPrompt is { } own) return new(own, PromptSource.Own);
        if (post.Caption is { } caption) return new(caption, PromptSource.Caption);
        foreach (var ancestor in Lineage.GetAncestors(post, family))
            if ((ancestor.UserPrompt ?? ancestor.Caption) is { } theirs) return new(theirs, PromptSource.Ancestor);
        return BestOf(Lineage.GetDescendants(post, family)) is { } below ? new(below, PromptSource.Descendant) : None;
    }

    // Words somebody typed beat a caption; among equals the first ones written, so that later videos do not change the card.
    private static string? BestOf(IEnumerable<Post> posts) => posts
        .Select(post => (Words: post.UserPrompt ?? post.Caption, Typed: post.UserPrompt is not null, post.CreatedAt, post.Id))
        .Where(candidate => candidate.Words is not null)
        .OrderByDescending(candidate => candidate.Typed)
        .ThenBy(candidate => candidate.CreatedAt ?? DateTimeOffset.MaxValue)
        .ThenBy(candidate => candidate.Id)
        .Select(candidate => candidate.Words)
        .FirstOrDefault();
}
