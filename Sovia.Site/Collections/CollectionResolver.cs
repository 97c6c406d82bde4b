using Sovia.Curation;

namespace Sovia.Collections;

/// <summary>Resolves the collections to which posts are to be added or from which they are to be removed.</summary>
public static class CollectionResolver
{
    /// <summary>Resolves the collections, if all of them accept posts.</summary>
    /// <param name="tree">The collections of the library.</param>
    /// <param name="named">IDs or paths.</param>
    /// <returns>The collections, or the first problem.</returns>
    public static (IReadOnlyList<CollectionReference> Collections, string? Problem) Resolve(CollectionTree tree, IEnumerable<string> named)
    {
        var references = new List<CollectionReference>();
        foreach (var name in named.Select(name => name.Trim()).Where(name => name.Length > 0))
        {
            if ((Guid.TryParse(name, out var id) ? tree.FindById(id) : tree.FindByPath(name)) is not { } collection)
                return ([], "Collection not found. It may have been deleted.");
            if (collection.IsSmart) return ([], $"{collection.Name} is a smart collection, so items are added by its search.");
            if (collection.Locked) return ([], $"{collection.Name} is locked. Unlock it on its edit page to change its items.");
            references.Add(new(collection.Id, collection.Name));
        }
        return (references, null);
    }
}
