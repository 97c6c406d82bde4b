namespace Sovia.Library.Families;

/// <summary>Walks up and down a family. Sources can contain cycles, so each walk visits a post only once.</summary>
public static class Lineage
{
    /// <summary>Returns the ancestors, nearest first, up to the first that is not in <paramref name="family"/>.</summary>
    public static IEnumerable<Post> GetAncestors(Post post, IReadOnlyDictionary<Guid, Post> family)
    {
        var seen = new HashSet<Guid> { post.Id };
        for (var id = post.ParentId; id is { } parent && seen.Add(parent) && family.TryGetValue(parent, out var found); id = found.ParentId)
            yield return found;
    }

    /// <summary>Returns all descendants of a post, nearest first.</summary>
    public static IEnumerable<Post> GetDescendants(Post post, IReadOnlyDictionary<Guid, Post> family)
    {
        var children = family.Values.Where(member => member.ParentId is not null).ToLookup(member => member.ParentId!.Value);
        var seen = new HashSet<Guid> { post.Id };
        var queue = new Queue<Guid>([post.Id]);
        while (queue.TryDequeue(out var id))
            foreach (var child in children[id].Where(child => seen.Add(child.Id)))
            {
                queue.Enqueue(child.Id);
                yield return child;
            }
    }
}
