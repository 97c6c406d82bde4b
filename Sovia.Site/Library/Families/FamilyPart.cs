using Sovia.Index;

namespace Sovia.Library.Families;

/// <summary>The part of a family with one visibility: listed, hidden, or in the trash.</summary>
/// <param name="Visibility">The visibility.</param>
/// <param name="Posts">The posts from which the card is built. If the root is in another part, a stub replaces it that has only its
/// creation date and owner.</param>
/// <param name="Members">The members of the part.</param>
internal sealed record FamilyPart(Visibility Visibility, IReadOnlyList<Post> Posts, IReadOnlyList<Post> Members)
{
    /// <summary>Returns the parts that have at least one member that is not a stub.</summary>
    /// <param name="posts">All members of a family.</param>
    /// <param name="unlisted">The unlisted members.</param>
    public static IEnumerable<FamilyPart> Split(IReadOnlyList<Post> posts, IReadOnlyDictionary<Guid, Visibility> unlisted)
    {
        if (unlisted.Count == 0 || !posts.Any(post => unlisted.ContainsKey(post.Id))) return [new(Visibility.Visible, posts, posts)];
        var root = posts.FirstOrDefault(post => post.Id == post.RootId);
        return posts.GroupBy(post => unlisted.GetValueOrDefault(post.Id))
            .Where(part => part.Any(post => !post.IsStub))
            .Select(part => (part.Key, Members: part.ToList()))
            .Select(part => new FamilyPart(part.Key, root is null || part.Members.Contains(root) ? part.Members
                : [CreateStub(root), .. part.Members], part.Members));
    }

    private static Post CreateStub(Post root) =>
        new() { Id = root.Id, RootId = root.Id, IsStub = true, CreatedAt = root.CreatedAt, OwnerId = root.OwnerId };
}
