using Sovia.Curation;

namespace Sovia.Collections;

/// <summary>Reads which collections posts are to be put into or taken out of.</summary>
public static class CollectionResolver
{
    /// <summary>The collections, where all of them take posts.</summary>
    /// <param name="tree">The collections of the library.</param>
    /// <param name="named">Ids, or paths.</param>
    /// <returns>The collections, or the first reason against one.</returns>
    public static (IReadOnlyList<CollectionReference> Collections, string? Problem) Resolve(CollectionTree tree, IEnumerable<string> named)
    {
        var chosen = new List<CollectionReference>();
        foreach (var name in named.Select(name => name.Trim()).Where(name => name.Length > 0))
        {
            if ((Guid.TryParse(name, out var id) ? tree.FindById(id) : tree.FindByPath(name)) is not { } collection)
                return ([], "Collection not found. It may have been deleted.");
            if (collection.IsSmart) return ([], $"{collection.Name} is a smart collection, so items are added by its search.");
            if (collection.Locked) return ([], $"{collection.Name} is locked. Unlock it on its edit page to change its items.");
            chosen.Add(new(collection.Id, collection.Name));
        }
        return (chosen, null);
    }
}
