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

    private const int MaxSlips = 2;

    // The collections being resolved, because a smart collection may name others and must not recurse into itself.
    [ThreadStatic]
    private static HashSet<Guid>? beingRead;

    [ThreadStatic]
    private static bool cameBack, isJudged;

    private readonly Dictionary<Guid, Collection> byId;
    private readonly ILookup<Guid?, Collection> byParent;
    private readonly Dictionary<Guid, string> keys;
    private readonly ConcurrentDictionary<(Guid Id, DateOnly Today, string Zone), NamedCollection> read = new();

    /// <summary>Builds the tree.</summary>
    /// <param name="all">All collections of the library, including deleted ones.</param>
    /// <param name="stamp">The value of <see cref="Stamp"/>.</param>
    public CollectionTree(IEnumerable<Collection> all, string stamp)
    {
        Stamp = stamp;
        List<Collection> sorted = [.. all.OrderBy(one => one.Position).ThenBy(one => one.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(one => one.Id)];
        Deleted = [.. sorted.Where(one => one.DeletedAt is not null).OrderByDescending(one => one.DeletedAt)];
        byParent = sorted.Where(one => one.DeletedAt is null).ToLookup(one => one.ParentId);
        // Descendants of a deleted collection are deleted and restored with it.
        All = [.. Under(null, [])];
        byId = All.ToDictionary(one => one.Id);
        keys = All.ToDictionary(one => one.Id, one => Key(one.Name));
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
    public IEnumerable<Collection> GetBranch(Collection collection) => [collection, .. Under(collection.Id, [collection.Id])];

    /// <summary>Returns the number of ancestors of a collection.</summary>
    public int GetDepth(Collection collection) => collection.ParentId is { } id && FindById(id) is { } parent ? GetDepth(parent) + 1 : 0;

    /// <summary>Returns whether a collection is another one or a descendant of it.</summary>
    public bool IsWithin(Guid id, Guid other) => id == other || (FindById(id)?.ParentId is { } parent && IsWithin(parent, other));

    /// <summary>
    /// Finds a collection by its path, or by its name if that is unique; null if there is none. A former name counts if no collection has
    /// it now.
    /// </summary>
    public Collection? FindByPath(string path)
    {
        Collection? found = null;
        foreach (var key in path.Split(PathSeparator).Select(Key))
            if ((found = Named(byParent[found?.Id], key)) is null) break;
        return found ?? Named(All, Key(path));
    }

    /// <inheritdoc/>
    public string? GetPath(string path) => FindByPath(path) is { } collection ? GetPath(collection) : null;

    /// <inheritdoc/>
    public NamedCollection? Find(string path, LocalCalendar calendar) =>
        FindByPath(path) is { } collection && GetNamedList(collection, calendar) is { } list ? list : null;

    /// <inheritdoc/>
    public string? SuggestPath(string path) => Paths
        .Select(one =>
            (Path: one, Slips: Math.Min(EditDistance.Between(Key(path), Key(one), MaxSlips),
                EditDistance.Between(Key(path), Key(one.Split(PathSeparator)[^1]), MaxSlips))))
        .Where(one => one.Slips <= MaxSlips).OrderBy(one => one.Slips).Select(one => one.Path).FirstOrDefault();

    /// <summary>Returns the contents of a collection and its descendants; null if a smart collection refers back to itself.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="calendar">The viewer's calendar, for relative dates.</param>
    public NamedCollection? GetNamedList(Collection collection, LocalCalendar calendar)
    {
        var key = (collection.Id, calendar.Today, calendar.Zone.Id);
        if (read.TryGetValue(key, out var known)) return known;
        beingRead ??= [];
        if (!beingRead.Add(collection.Id))
        {
            cameBack = true;
            return null;
        }
        try
        {
            List<Collection> within = [.. GetBranch(collection)];
            List<Term> terms = [.. within.Where(one => one.IsSmart).Select(one => SmartCollectionTerm.Create(one, calendar))];
            if (within.Where(one => !one.IsSmart).Select(one => one.Id).ToImmutableArray() is { IsEmpty: false } manual)
                terms.Add(new Term.AnnotationMatches(new InCollections(manual)));
            var list = new NamedCollection(GetPath(collection), terms.Count == 1 ? terms[0] : new Term.AnyOf([.. terms]));
            // A result computed inside a cycle is incomplete, so it is not cached.
            return cameBack ? list : read.GetOrAdd(key, list);
        }
        finally
        {
            beingRead.Remove(collection.Id);
            if (beingRead.Count == 0 && !isJudged) cameBack = false;
        }
    }

    /// <summary>
    /// Returns whether a collection's contents depend on the collection itself. Searches must resolve
    /// collections in this tree meanwhile.
    /// </summary>
    public bool IsCircular(Collection collection)
    {
        (cameBack, isJudged) = (false, true);
        GetNamedList(collection, new(collection.UpdatedAt, TimeZoneInfo.Utc));
        var (came, _) = (cameBack, (cameBack, isJudged) = (false, false));
        return came;
    }

    // Guards against cycles, because a tree under validation may contain one.
    private IEnumerable<Collection> Under(Guid? id, HashSet<Guid> met) =>
        byParent[id].Where(one => met.Add(one.Id)).SelectMany(one => Under(one.Id, met).Prepend(one));

    private Collection? Named(IEnumerable<Collection> among, string key)
    {
        var now = among.Where(one => keys.GetValueOrDefault(one.Id) == key).Take(2).ToList();
        if (now.Count > 0) return now.Count == 1 ? now[0] : null;
        var before = among.Where(one => one.FormerNames?.Any(name => Key(name) == key) == true).Take(2).ToList();
        return before.Count == 1 ? before[0] : null;
    }

    private static string Key(string name) => TagText.ToKey(name.Trim());
}
