using Sovia.Index;
using Sovia.Query.Language;
using Sovia.Query.Terms;

namespace Sovia.Query.Lists;

/// <summary>
/// The search in the user's hide preference, whose matches every list of a request leaves out. Stored in an AsyncLocal. Not set in
/// background work, because derived data must not depend on a preference. Unrelated to hidden posts, which are annotations.
/// </summary>
/// <remarks>Lists of families leave a family out if any member matches, because one blurred member blurs the whole card.</remarks>
public sealed class HideFilter
{
    private static readonly AsyncLocal<HideFilter?> AmbientItems = new();

    private static readonly Term AnyVisibility =
        new Term.AnyOf([.. Enum.GetValues<Visibility>().Select(visibility => new Term.VisibilityIs(visibility))]);

    private readonly Term term;

    private HideFilter(LibraryQuery query) => (term, Key) = (query.Term, query.FilterKey);

    /// <summary>The hidden items of the current request; null if none are hidden.</summary>
    public static HideFilter? Current => AmbientItems.Value;

    /// <summary>The cache key of everything that leaves hidden items out; empty if none are hidden.</summary>
    public static string CurrentKey => Current?.Key ?? "";

    /// <summary>The cache key of the search, with relative dates and collections resolved.</summary>
    public string Key { get; }

    /// <summary>Creates hidden items from the search in the preferences.</summary>
    /// <param name="search">The search.</param>
    /// <param name="now">The time that relative dates refer to, UTC.</param>
    /// <param name="zone">The viewer's time zone.</param>
    public static HideFilter Create(string search, DateTimeOffset now, TimeZoneInfo zone)
    {
        using var entered = NamedCollections.TolerateUnknown();
        return new(LibraryQuery.Everything(now, zone).WithSearch(search));
    }

    /// <summary>Leaves these items out of all lists until the result is disposed; null for none.</summary>
    public static IDisposable Use(HideFilter? hidden)
    {
        var previous = AmbientItems.Value;
        AmbientItems.Value = hidden;
        return new RestoreOnDispose(previous);
    }

    /// <summary>Returns a list without hidden items.</summary>
    public static ResolvedQuery Exclude(ResolvedQuery list) => Current is not { } hidden ? list : list with
    {
        Term = new Term.AllOf([list.Term, new Term.Negation(hidden.term)]),
        FilterKey = $"{list.FilterKey}\nwithout {hidden.Key}",
    };

    /// <summary>Returns the list of hidden families, or of hidden posts, listed or not.</summary>
    public ResolvedQuery CreateList(ListUnit unit) => unit == ListUnit.Family ? new(term, $"hidden {Key}")
        : new(new Term.AllOf([term, AnyVisibility]), $"hidden posts {Key}", Unit: unit);

    private sealed class RestoreOnDispose(HideFilter? before) : IDisposable
    {
        public void Dispose() => AmbientItems.Value = before;
    }
}
