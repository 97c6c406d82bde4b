namespace Sovia.Library.Families;

/// <summary>Finds the root of a post by climbing its parents, and the links that would lead in a circle.</summary>
/// <param name="posts">
/// The posts that may be climbed through: all whose parent is new, and their parents. Where a parent is not among them,
/// nothing has changed there and the post's own root still holds, unless that root itself is among them.
/// </param>
public sealed class RootFinder(IReadOnlyDictionary<Guid, Post> posts)
{
    /// <summary>The oldest ancestor's id; null where the post is its own ancestor.</summary>
    public Guid? FindRoot(Post post)
    {
        HashSet<Guid>? seen = null;
        var current = post;
        while (current.ParentId is { } parent)
        {
            var above = posts.ContainsKey(parent) ? parent : current.RootId;
            if (above == post.Id) return null;
            // A circle further up that this post is not part of: whoever is in it loses the link.
            if (!posts.TryGetValue(above, out var next) || next.ParentId is null || !(seen ??= []).Add(above)) return above;
            current = next;
        }
        return current.Id;
    }
}
