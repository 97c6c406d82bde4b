using System.Collections.Concurrent;
using System.Collections.Immutable;
using Sovia.Library.Dates;
using Sovia.Query.Fields;
using Sovia.Query.Language;
using Sovia.Query.Terms;
using Sovia.Text;

namespace Sovia.Collections;

/// <summary>The hierarchy of a library's collections, and the contents of each.</summary>
public sealed class CollectionTree : INamedCollections
{
    /// <summary>The separator between the names of a path.</summary>
    public const char PathSeparator = '/';

    /// <summary>The tree of a library without collections.</summary>
    public static readonly CollectionTree Empty = new([], "");

    private const int MaxEditDistance = 2;

    // The collections being resolved, because a smart collection may name others and must not recurse into itself.
    [ThreadStatic]
    private static HashSet<Guid>? resolvingIds;

    [ThreadStatic]
    private static bool hasCycle, isCheckingCycles;

    private readonly Dictionary<Guid, Collection> byId;
    private readonly ILookup<Guid?, Collection> byParent;
    private readonly Dictionary<Guid, string> nameKeys;
    private readonly ConcurrentDictionary<(Guid Id, DateOnly Today, string Zone), NamedCollection> cache = new();

    /// <summary>Builds the tree.</summary>
    /// <param name="all">All collections of the library, including deleted ones.</param>
    /// <param name="stamp">The value of <see cref="Stamp"/>.</param>
    public CollectionTree(IEnumerable<Collection> all, string stamp)
    {
        Stamp = stamp;
        List<Collection> sorted = [.. all.OrderBy(c => c.Position).ThenBy(c => c.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(c => c.Id)];
        Deleted = [.. sorted.Where(c => c.DeletedAt is not null).OrderByDescending(c => c.DeletedAt)];
        byParent = sorted.Where(c => c.DeletedAt is null).ToLookup(c => c.ParentId);
        // Descendants of a deleted collection are deleted and restored with it.
        All = [.. GetDescendants(null, [])];
        byId = All.ToDictionary(c => c.Id);
        nameKeys = All.ToDictionary(c => c.Id, c => ToKey(c.Name));
    }

    /// <inheritdoc/>
    public string Stamp { get; }

    /// <summary>All collections that are not deleted and have no deleted ancestor; parents before children.</summary>
    public ImmutableArray<Collection> All { get; }

    /// <summary>The deleted collections, most recently deleted first.</summary>
    public ImmutableArray<Collection> Deleted { get; }

    /// <inheritdoc/>
    public IEnumerable<string> Paths => All.Select(GetPath);

    /// <summary>Finds a collection by id; null if it does not exist or is deleted.</summary>
    public Collection? FindById(Guid id) => byId.GetValueOrDefault(id);

    /// <summary>Returns the children of a collection in their order; for null, the collections without a parent.</summary>
    public IEnumerable<Collection> GetChildren(Guid? id) => byParent[id];

    /// <summary>Returns the names from the root collection to this one, joined by <see cref="PathSeparator"/>.</summary>
    public string GetPath(Collection collection) =>
        collection.ParentId is { } id && FindById(id) is { } parent ? $"{GetPath(parent)}{PathSeparator}{collection.Name}"
        : collection.Name;

    /// <summary>Returns a collection and its descendants, parents before children.</summary>
    public IEnumerable<Collection> GetBranch(Collection collection) => [collection, .. GetDescendants(collection.Id, [collection.Id])];

    /// <summary>Returns the number of ancestors of a collection.</summary>
    public int GetDepth(Collection collection) => collection.ParentId is { } id && FindById(id) is { } parent ? GetDepth(parent) + 1 : 0;

    /// <summary>Returns whether a collection is another one or a descendant of it.</summary>
    public bool IsWithin(Guid id, Guid other) => id == other || (FindById(id)?.ParentId is { } parent && IsWithin(parent, other));

    /// <summary>
    /// Finds a collection by its path, or by its name if that is unique; null if there is none. A former name counts if no collection
    /// currently has it.
    /// </summary>
    public Collection? FindByPath(string path)
    {
        Collection? match = null;
        foreach (var key in path.Split(PathSeparator).Select(ToKey))
            if ((match = FindByKey(byParent[match?.Id], key)) is null) break;
        return match ?? FindByKey(All, ToKey(path));
    }

    /// <inheritdoc/>
    public string? GetPath(string path) => FindByPath(path) is { } collection ? GetPath(collection) : null;

    /// <inheritdoc/>
    public NamedCollection? Find(string path, LocalCalendar calendar) =>
        FindByPath(path) is { } collection && ResolveContents(collection, calendar) is { } list ? list : null;

    /// <inheritdoc/>
    public string? SuggestPath(string path) => Paths
        .Select(candidate =>
            (Path: candidate, Slips: Math.Min(EditDistance.Between(ToKey(path), ToKey(candidate), MaxEditDistance),
                EditDistance.Between(ToKey(path), ToKey(candidate.Split(PathSeparator)[^1]), MaxEditDistance))))
        .Where(c => c.Slips <= MaxEditDistance).OrderBy(c => c.Slips).Select(c => c.Path).FirstOrDefault();

    /// <summary>Returns the contents of a collection and its descendants; null if a smart collection refers back to itself.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="calendar">The viewer's calendar, for relative dates.</param>
    public NamedCollection? ResolveContents(Collection collection, LocalCalendar calendar)
    {
        var key = (collection.Id, calendar.Today, calendar.Zone.Id);
        if (cache.TryGetValue(key, out var cached)) return cached;
        resolvingIds ??= [];
        if (!resolvingIds.Add(collection.Id))
        {
            hasCycle = true;
            return null;
        }
        try
        {
            List<Collection> branch = [.. GetBranch(collection)];
            List<Term> terms = [.. branch.Where(c => c.IsSmart).Select(c => SmartCollectionTerm.Create(c, calendar))];
            if (branch.Where(c => !c.IsSmart).Select(c => c.Id).ToImmutableArray() is { IsEmpty: false } manualIds)
                terms.Add(new Term.AnnotationMatches(new InCollections(manualIds)));
            var list = new NamedCollection(GetPath(collection), terms.Count == 1 ? terms[0] : new Term.AnyOf([.. terms]));
            // A result computed inside a cycle is incomplete, so it is not cached.
            return hasCycle ? list : cache.GetOrAdd(key, list);
        }
        finally
        {
            resolvingIds.Remove(collection.Id);
            if (resolvingIds.Count == 0 && !isCheckingCycles) hasCycle = false;
        }
    }

    /// <summary>
    /// Returns whether a collection's contents depend on the collection itself. The caller must make this tree the current one
    /// (<see cref="NamedCollections.Use"/>) during the call.
    /// </summary>
    public bool IsCircular(Collection collection)
    {
        (hasCycle, isCheckingCycles) = (false, true);
        ResolveContents(collection, new(collection.UpdatedAt, TimeZoneInfo.Utc));
        var (isCircular, _) = (hasCycle, (hasCycle, isCheckingCycles) = (false, false));
        return isCircular;
    }

    // Guards against cycles, because a tree under validation may contain one.
    private IEnumerable<Collection> GetDescendants(Guid? id, HashSet<Guid> visited) =>
        byParent[id].Where(child => visited.Add(child.Id)).SelectMany(child => GetDescendants(child.Id, visited).Prepend(child));

    private Collection? FindByKey(IEnumerable<Collection> candidates, string key)
    {
        var current = candidates.Where(c => nameKeys.GetValueOrDefault(c.Id) == key).Take(2).ToList();
        if (current.Count > 0) return current.Count == 1 ? current[0] : null;
        var former = candidates.Where(c => c.FormerNames?.Any(name => ToKey(name) == key) == true).Take(2).ToList();
        return former.Count == 1 ? former[0] : null;
    }

    private static string ToKey(string name) => TagText.ToKey(name.Trim());
}
