namespace Sovia.Library.Writing;

/// <summary>The changes that one transaction makes to the posts of a library.</summary>
public sealed record PostChange
{
    /// <summary>New and changed posts in their new form.</summary>
    public required IReadOnlyCollection<Post> Stored { get; init; }

    /// <summary>Deleted posts.</summary>
    public IReadOnlyCollection<Guid> Removed { get; init; } = [];

    /// <summary>
    /// The stored versions of posts: all stored and removed ones that the library has, and at least one member of each family that a stored
    /// post belongs to. A post that is missing here is treated as new.
    /// </summary>
    public required IReadOnlyDictionary<Guid, Post> Existing { get; init; }

    /// <summary>All posts of the affected families in their new form, if available.</summary>
    public IEnumerable<Post>? Members { get; init; }
}
