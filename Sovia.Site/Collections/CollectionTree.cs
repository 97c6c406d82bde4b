using System.Collections.Concurrent;
using System.Collections.Immutable;
using Sovia.Library.Dates;
using Sovia.Query.Fields;
using Sovia.Query.Language;
using Sovia.Query.Terms;
using Sovia.Text;

namespace Sovia.Collections;

/// <summary>The collections of a library as they lie in each other, and what each of them holds.</summary>
public sealed class CollectionTree : INamedCollections
{
    /// <summary>What stands between the names of a path.</summary>
    public const char PathSeparator = '/';

    /// <summary>A library without collections.</summary>
    public static readonly CollectionTree Empty = new([], "");

    private const int MostSlips = 2;

    // A smart collection may name others, and must not come to itself by that way.
    [ThreadStatic]
    private static HashSet<Guid>? beingRead;

    [ThreadStatic]
    private static bool cameBack, isJudged;

    private readonly Dictionary<Guid, Collection> byId;
    private readonly ILookup<Guid?, Collection> byParent;
    private readonly Dictionary<Guid, string> keys;
    private readonly ConcurrentDictionary<(Guid Id, DateOnly Today, string Zone), NamedCollection> read = new();

    /// <summary>Orders collections.</summary>
    /// <param name="all">All of the library, deleted ones too.</param>
    /// <param name="stamp">As <see cref="Stamp"/>.</param>
    public CollectionTree(IEnumerable<Collection> all, string stamp)
    {
        Stamp = stamp;
        List<Collection> sorted = [.. all.OrderBy(one => one.Position).ThenBy(one => one.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(one => one.Id)];
        Deleted = [.. sorted.Where(one => one.DeletedAt is not null).OrderByDescending(one => one.DeletedAt)];
        byParent = sorted.Where(one => one.DeletedAt is null).ToLookup(one => one.ParentId);
        // What lies in one that was deleted is gone with it, and back with it.
        All = [.. Under(null, [])];
        byId = All.ToDictionary(one => one.Id);
        keys = All.ToDictionary(one => one.Id, one => Key(one.Name));
    }

    /// <inheritdoc/>
    public string Stamp { get; }

    /// <summary>All that were not deleted, themselves or with one that they lie in; each before those in it.</summary>
    public ImmutableArray<Collection> All { get; }

    /// <summary>Those that were deleted, the last first.</summary>
    public ImmutableArray<Collection> Deleted { get; }

    /// <inheritdoc/>
    public IEnumerable<string> Paths => All.Select(GetPath);

    /// <summary>The collection of an id; null where there is none, or where it was deleted.</summary>
    public Collection? FindById(Guid id) => byId.GetValueOrDefault(id);

    /// <summary>Those that lie in one, in their order; of null, those that lie in none.</summary>
    public IEnumerable<Collection> GetChildren(Guid? id) => byParent[id];

    /// <summary>The names from the outermost collection to this one, with <see cref="PathSeparator"/> between.</summary>
    public string GetPath(Collection collection) =>
        collection.ParentId is { } id && FindById(id) is { } parent ? $"{GetPath(parent)}{PathSeparator}{collection.Name}"
        : collection.Name;

    /// <summary>How many it lies in.</summary>
    public int GetDepth(Collection collection) => collection.ParentId is { } id && FindById(id) is { } parent ? GetDepth(parent) + 1 : 0;

    /// <summary>Whether a collection is another one or lies in it, however deep.</summary>
    public bool IsWithin(Guid id, Guid other) => id == other || (FindById(id)?.ParentId is { } parent && IsWithin(parent, other));

    /// <summary>
    /// The collection of a path, or of a name that only one has; null where there is none. A name from before counts where no other has it
    /// now.
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
            (Path: one, Slips: Math.Min(EditDistance.Between(Key(path), Key(one), MostSlips),
                EditDistance.Between(Key(path), Key(one.Split(PathSeparator)[^1]), MostSlips))))
        .Where(one => one.Slips <= MostSlips).OrderBy(one => one.Slips).Select(one => one.Path).FirstOrDefault();

    /// <summary>What a collection holds, with all in it; null while it is being read, by a smart collection that comes to itself.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="calendar">Which days it is where somebody looks from.</param>
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
            List<Collection> within = [collection, .. Under(collection.Id, [collection.Id])];
            List<Term> terms = [.. within.Where(one => one.IsSmart).Select(one => SmartCollectionTerm.Create(one, calendar))];
            if (within.Where(one => !one.IsSmart).Select(one => one.Id).ToImmutableArray() is { IsEmpty: false } manual)
                terms.Add(new Term.AnnotationMatches(new InCollections(manual)));
            var list = new NamedCollection(GetPath(collection), terms.Count == 1 ? terms[0] : new Term.AnyOf([.. terms]));
            // Read on the way back to itself it says less than it means.
            return cameBack ? list : read.GetOrAdd(key, list);
        }
        finally
        {
            beingRead.Remove(collection.Id);
            if (beingRead.Count == 0 && !isJudged) cameBack = false;
        }
    }

    /// <summary>
    /// Whether what a collection holds is to be found by way of itself. Searches must name the collections of this tree meanwhile.
    /// </summary>
    public bool IsCircular(Collection collection)
    {
        (cameBack, isJudged) = (false, true);
        GetNamedList(collection, new(collection.UpdatedAt, TimeZoneInfo.Utc));
        var (came, _) = (cameBack, (cameBack, isJudged) = (false, false));
        return came;
    }

    // Nothing lies in itself; a tree that is only being judged may say so all the same.
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
