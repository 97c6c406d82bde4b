namespace Sovia.Library.Writing;

/// <summary>What one transaction does to the posts of a library.</summary>
public sealed record PostChange
{
    /// <summary>New and changed posts, as they are to be.</summary>
    public required IReadOnlyCollection<Post> Stored { get; init; }

    /// <summary>Posts that are no more.</summary>
    public IReadOnlyCollection<Guid> Removed { get; init; } = [];

    /// <summary>
    /// Posts as the library has them: of the stored and the removed ones all that it has, and at least one of each family that a
    /// stored one belongs to. What is not here is taken for new.
    /// </summary>
    public required IReadOnlyDictionary<Guid, Post> Existing { get; init; }

    /// <summary>All posts of the families concerned, as they are to be, where they are at hand.</summary>
    public IEnumerable<Post>? Members { get; init; }
}
