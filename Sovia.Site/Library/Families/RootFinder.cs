namespace Sovia.Library.Families;

/// <summary>Finds the root of a post by following its parents, and detects links that form a cycle.</summary>
/// <param name="posts">The posts to follow: all posts with a new parent, and their parents. If a parent is not among them, it has not
/// changed and its stored root still holds, unless that root itself is among them.</param>
public sealed class RootFinder(IReadOnlyDictionary<Guid, Post> posts)
{
    /// <summary>Returns the ID of the oldest ancestor; null if the post is its own ancestor.</summary>
    public Guid? FindRoot(Post post)
    {
        HashSet<Guid>? visited = null;
        var current = post;
        while (current.ParentId is { } parentId)
        {
            var nextId = posts.ContainsKey(parentId) ? parentId : current.RootId;
            if (nextId == post.Id) return null;
            // The ancestors form a cycle without this post. Only the members of the cycle lose their parent.
            if (!posts.TryGetValue(nextId, out var ancestor) || ancestor.ParentId is null || !(visited ??= []).Add(nextId)) return nextId;
            current = ancestor;
        }
        return current.Id;
    }
}
