using System.Collections.Immutable;
using Sovia.Library;
using Sovia.Library.Language;
using Sovia.Library.Search;
using Sovia.Query.Fields;

namespace Sovia.Collections;

/// <summary>The collections of a library as they lie in each other, and what each of them holds.</summary>
public sealed class CollectionTree : INamedLists
{
    /// <summary>What stands between the names of a path.</summary>
    public const char Slash = '/';

    /// <summary>A library without collections.</summary>
    public static readonly CollectionTree Empty = new([], "");

    private const int MostSlips = 2;

    // A smart collection may name others, and must not come to itself by that way.
    [ThreadStatic]
    private static HashSet<Guid>? beingRead;

    [ThreadStatic]
    private static bool cameBack;

    private readonly Dictionary<Guid, Collection> byId;
    private readonly ILookup<Guid?, Collection> byParent;

    /// <summary>Orders collections.</summary>
    /// <param name="all">All of the library, deleted ones too.</param>
    /// <param name="stamp">As <see cref="Stamp"/>.</param>
    public CollectionTree(IEnumerable<Collection> all, string stamp)
    {
        Stamp = stamp;
        List<Collection> sorted = [.. all.OrderBy(one => one.Position).ThenBy(one => one.Name, StringComparer.OrdinalIgnoreCase).ThenBy(one => one.Id)];
        Deleted = [.. sorted.Where(one => one.DeletedAt is not null).OrderByDescending(one => one.DeletedAt)];
        byId = sorted.Where(one => one.DeletedAt is null).ToDictionary(one => one.Id);
        // What lay in one that was deleted stands by itself.
        byParent = byId.Values.ToLookup(one => one.ParentId is { } parent && byId.ContainsKey(parent) ? one.ParentId : null);
        All = [.. Under(null)];
    }

    /// <inheritdoc/>
    public string Stamp { get; }

    /// <summary>All that were not deleted, each before those in it.</summary>
    public ImmutableArray<Collection> All { get; }

    /// <summary>Those that were deleted, the last first.</summary>
    public ImmutableArray<Collection> Deleted { get; }

    /// <inheritdoc/>
    public IEnumerable<string> Paths => All.Select(PathOf);

    /// <summary>The collection of an id; null where there is none, or where it was deleted.</summary>
    public Collection? Of(Guid id) => byId.GetValueOrDefault(id);

    /// <summary>Those that lie in one, in their order; of null, those that lie in none.</summary>
    public IEnumerable<Collection> In(Guid? id) => byParent[id];

    /// <summary>The names from the outermost collection to this one, with <see cref="Slash"/> between.</summary>
    public string PathOf(Collection collection) => collection.ParentId is { } id && Of(id) is { } parent ? $"{PathOf(parent)}{Slash}{collection.Name}" : collection.Name;

    /// <summary>How many collections this one lies in.</summary>
    public int DepthOf(Collection collection) => collection.ParentId is { } id && Of(id) is { } parent ? DepthOf(parent) + 1 : 0;

    /// <summary>Whether a collection is another one or lies in it, however deep.</summary>
    public bool IsWithin(Guid id, Guid other) => id == other || (Of(id)?.ParentId is { } parent && IsWithin(parent, other));

    /// <summary>The collection of a path, or of a name that only one has; null where there is none.</summary>
    public Collection? At(string path)
    {
        Collection? found = null;
        foreach (var name in path.Split(Slash))
            if ((found = byParent[found?.Id].FirstOrDefault(one => Key(one.Name) == Key(name))) is null) break;
        if (found is not null) return found;
        var named = All.Where(one => Key(one.Name) == Key(path)).Take(2).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    /// <inheritdoc/>
    public NamedList? Find(string path, LocalCalendar calendar) => At(path) is { } collection && Read(collection, calendar) is { } list ? list : null;

    /// <inheritdoc/>
    public string? Nearest(string path) => Paths
        .Select(one => (Path: one, Slips: Math.Min(EditDistance.Between(Key(path), Key(one), MostSlips), EditDistance.Between(Key(path), Key(one.Split(Slash)[^1]), MostSlips))))
        .Where(one => one.Slips <= MostSlips).OrderBy(one => one.Slips).Select(one => one.Path).FirstOrDefault();

    /// <summary>What a collection holds, with all in it; null while it is being read, by a smart collection that comes to itself.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="calendar">Which days it is where somebody looks from.</param>
    public NamedList? Read(Collection collection, LocalCalendar calendar)
    {
        beingRead ??= [];
        if (!beingRead.Add(collection.Id))
        {
            cameBack = true;
            return null;
        }
        try
        {
            List<Collection> within = [collection, .. Under(collection.Id)];
            var queries = within.Where(one => one.IsSmart).Select(one => (Collection: one, Read: LibraryQuery.Parse(one.Query!, calendar.Now, calendar.Zone))).ToList();
            // What a page passes over with a message must not become the whole library here: a collection that it names may have been deleted since.
            List<Term> terms = [.. queries.Select(one => one.Read is { Messages.IsEmpty: true, Query.Search.IsClean: true }
                ? Without(one.Read.Query.Term, one.Collection.LeftOut) : new Term.AnyOf([]))];
            if (within.Where(one => !one.IsSmart).Select(one => one.Id).ToImmutableArray() is { IsEmpty: false } manual) terms.Add(new Term.DecidedAs(new IsCollected(manual)));
            return new(PathOf(collection), terms.Count == 1 ? terms[0] : new Term.AnyOf([.. terms]), queries.Exists(one => one.Read.Query.Search.Moves));
        }
        finally
        {
            beingRead.Remove(collection.Id);
        }
    }

    /// <summary>Whether what a collection holds is to be found by way of itself. Searches must name the collections of this tree meanwhile.</summary>
    public bool ComesToItself(Collection collection)
    {
        cameBack = false;
        Read(collection, new(collection.UpdatedAt, TimeZoneInfo.Utc));
        return cameBack;
    }

    private static Term Without(Term term, IReadOnlyList<Guid>? leftOut) => leftOut is not { Count: > 0 } ? term
        : new Term.AllOf([term, new Term.Except(new Term.AnyOf([.. leftOut.Select(id => new Term.IdBetween(id, id))]))]);

    private IEnumerable<Collection> Under(Guid? id) => byParent[id].SelectMany(one => Under(one.Id).Prepend(one));

    private static string Key(string name) => TagText.KeyOf(name.Trim());
}
