using Sovia.Index;

namespace Sovia.Library.Families;

/// <summary>As much of a family as is shown alike: in lists, hidden, or in the trash.</summary>
/// <param name="Visibility">How it is shown.</param>
/// <param name="Posts">What its card is derived from. Where the root is in another part, a stub stands for it that says no more than when
/// it was made.</param>
/// <param name="Members">The members in it.</param>
internal sealed record FamilyPart(Visibility Visibility, IReadOnlyList<Post> Posts, IReadOnlyList<Post> Members)
{
    /// <summary>The parts that have any seen member.</summary>
    /// <param name="posts">All members of a family.</param>
    /// <param name="aside">Those that lists do not show.</param>
    public static IEnumerable<FamilyPart> Split(IReadOnlyList<Post> posts, IReadOnlyDictionary<Guid, Visibility> aside)
    {
        if (aside.Count == 0 || !posts.Any(post => aside.ContainsKey(post.Id))) return [new(Visibility.Visible, posts, posts)];
        var root = posts.FirstOrDefault(post => post.Id == post.RootId);
        return posts.GroupBy(post => aside.GetValueOrDefault(post.Id))
            .Where(part => part.Any(post => !post.IsStub))
            .Select(part => (part.Key, Members: part.ToList()))
            .Select(part => new FamilyPart(part.Key, root is null || part.Members.Contains(root) ? part.Members
                : [StubOf(root), .. part.Members], part.Members));
    }

    private static Post StubOf(Post root) =>
        new() { Id = root.Id, RootId = root.Id, IsStub = true, CreatedAt = root.CreatedAt, OwnerId = root.OwnerId };
}
