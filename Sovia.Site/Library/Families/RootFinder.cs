namespace Sovia.Library.Families;

/// <summary>Finds the root of a post by following its parents, and detects links that form a cycle.</summary>
/// <param name="posts">The posts to follow: all posts with a new parent, and their parents. If a parent is not among them, it has not
/// changed and its stored root still holds, unless that root itself is among them.</param>
public sealed class RootFinder(IReadOnlyDictionary<Guid, Post> posts)
{
    /// <summary>Returns the ID of the oldest ancestor; null if the post is its own ancestor.</summary>
    public Guid? FindRoot(Post post)
    {
        HashSet<Guid>? seen = null;
        var current = post;
        while (current.ParentId is { } parent)
        {
            var above = posts.ContainsKey(parent) ? parent : current.RootId;
            if (above == post.Id) return null;
            // A cycle above that does not contain this post; its own members lose the link.
            if (!posts.TryGetValue(above, out var next) || next.ParentId is null || !(seen ??= []).Add(above)) return above;
            current = next;
        }
        return current.Id;
    }
}
