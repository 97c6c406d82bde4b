using System.Collections.Immutable;
using Sovia.Library.Dates;
using Sovia.Query.Facets;
using Sovia.Query.Language;
using Sovia.Query.Terms;

namespace Sovia.Query;

/// <summary>
/// What is being looked at: chosen facets, a search, an order and a unit. Parses from and renders to an address; two that
/// ask for the same have the same address and are equal.
/// </summary>
public sealed partial record LibraryQuery
{
    private LibraryQuery() { }

    /// <summary>The query that narrows nothing, at a time (UTC) and in the zone of whoever looks; UTC where that is left out.</summary>
    public static LibraryQuery Everything(DateTimeOffset now, TimeZoneInfo? own = null, QueryDefaults? defaults = null) =>
        new LibraryQuery { Now = now, ViewerZone = own ?? TimeZoneInfo.Utc, Zone = own ?? TimeZoneInfo.Utc }
        .WithDefaults(defaults ?? QueryDefaults.Standard).InDefaultOrder;

    /// <summary>What is chosen, in the order of <see cref="Facet.All"/>; facets without a choice are not there.</summary>
    public ImmutableArray<FacetChoice> Choices { get; private init; } = [];

    /// <summary>The search and what is wrong with it.</summary>
    public ParsedSearch Search { get; private init; } = ParsedSearch.Empty;

    /// <summary>The order.</summary>
    public SortBy Sort { get; private init; } = SortBy.DateDesc;

    /// <summary>What <see cref="SortBy.Random"/> shuffles by; 0 for every other order.</summary>
    public int Seed { get; private init; }

    /// <summary>What the list is made of: of what is hidden or in the trash, always posts.</summary>
    public ListUnit Unit => Term.RequestsUnlisted(Search.Term) ? ListUnit.Post : RequestedUnit;
    /// <summary>What the list is to be made of.</summary>
    public ListUnit RequestedUnit { get; private init; }

    /// <summary>What relative dates are counted from. Not part of the query's equality.</summary>
    public DateTimeOffset Now { get; private init; }

    /// <summary>Whose days and months dates mean.</summary>
    public TimeZoneInfo Zone { get; private init; } = TimeZoneInfo.Utc;

    /// <summary>Reads parameters. Those it does not know belong to somebody else and are passed over.</summary>
    /// <param name="pairs">In any order, each as often as it comes; values are decoded.</param>
    /// <param name="now">What relative dates are counted from, UTC.</param>
    /// <param name="own">The time zone of whoever looks; UTC where it is left out.</param>
    /// <param name="defaults">The order and unit where none are named; the usual ones where it is left out.</param>
    /// <returns>The query, and what it could not take in. What is wrong with the search is told in <see cref="Search"/>.</returns>
    public static (LibraryQuery Query, ImmutableArray<ParameterMessage> Messages) Parse(
        IEnumerable<KeyValuePair<string, string>> pairs, DateTimeOffset now, TimeZoneInfo? own = null, QueryDefaults? defaults = null) =>
        QueryParameters.Parse(pairs, Everything(now, own, defaults));

    /// <summary>Reads the text of an address behind its question mark.</summary>
    public static (LibraryQuery Query, ImmutableArray<ParameterMessage> Messages) Parse(string queryString, DateTimeOffset now,
        TimeZoneInfo? own = null) =>
        Parse(UrlQueryString.Parse(queryString), now, own);

    /// <summary>The search as the box shows it: in its one form, or as typed while there is something to mend.</summary>
    public string SearchText => Search.IsValid ? Search.Canonical : Search.Text.Trim();

    /// <summary>What is looked for.</summary>
    public Term Term => Choices.IsEmpty
        ? Search.Term
        : new Term.AllOf([.. Search.Canonical.Length == 0 ? [] : new[] { Search.Term },
            .. Choices.Select(choice => choice.ToTerm(new LocalCalendar(Now, Zone)))]);

    /// <summary>The parameters, in their one order and without defaults.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parameters => QueryParameters.Format(this);

    /// <summary>The address's text behind the question mark; empty for the default.</summary>
    public string ToQueryString() => UrlQueryString.Format(Parameters);

    /// <summary>What counts and facets are kept under: the filters, what the search means today, and the unit; not the order.</summary>
    public string FilterKey => UrlQueryString.Format(QueryParameters.FormatFilters(this));

    /// <summary>Whether it is the address without parameters.</summary>
    public bool IsDefault => !Parameters.Any();

    /// <summary>Whether nothing is left out: no choice and no search.</summary>
    public bool IsUnfiltered => Choices.IsEmpty && Search.Canonical.Length == 0;

    /// <summary>Everything that narrows the list, the search last.</summary>
    public IEnumerable<FilterChip> Chips => QueryChips.Build(this);

    /// <summary>What is chosen of a facet; nothing, as an empty choice.</summary>
    public FacetChoice GetChoice(Facet facet) => Choices.FirstOrDefault(choice => choice.Facet == facet) ?? new(facet, [], []);

    /// <summary>With a value looked for, and not excluded any more.</summary>
    /// <param name="facet">The facet.</param>
    /// <param name="value">As <see cref="Facet.FormatValue"/> gives it.</param>
    public LibraryQuery Include(Facet facet, string value) => Without(facet, value).AddChoices(facet, [value], []);

    /// <summary>With a value left out, and not looked for any more.</summary>
    public LibraryQuery Exclude(Facet facet, string value) => Without(facet, value).AddChoices(facet, [], [value]);

    /// <summary>Without a value, looked for or left out.</summary>
    public LibraryQuery Without(Facet facet, string value) => Chosen(GetChoice(facet).Without(value));

    /// <summary>Without any choice of a facet.</summary>
    public LibraryQuery Without(Facet facet) => Chosen(new(facet, [], []));

    /// <summary>Without a value that is looked for, and with one that is not.</summary>
    public LibraryQuery Toggle(Facet facet, string value) =>
        GetChoice(facet).Included.Contains(value, StringComparer.OrdinalIgnoreCase) ? Without(facet, value) : Include(facet, value);

    /// <summary>With another search; null or empty for none.</summary>
    public LibraryQuery WithSearch(string? search) => this with { Search = ParsedSearch.Parse(search, Now, Zone) };

    /// <summary>In another order; the seed only matters to a shuffled one.</summary>
    public LibraryQuery WithSort(SortBy sort, int seed = 0) => this with { Sort = sort, Seed = sort == SortBy.Random ? seed : 0 };

    /// <summary>Of another unit.</summary>
    public LibraryQuery WithUnit(ListUnit listUnit) => this with { RequestedUnit = listUnit };

    /// <summary>Whether it means something else in another time zone.</summary>
    public bool DependsOnTimeZone => Term.DependsOnTimeZone(Term);

    /// <summary>Without any filter or search, in the same order and of the same unit.</summary>
    public LibraryQuery WithoutFilters => this with { Choices = [], Search = ParsedSearch.Empty, Zone = ViewerZone };

    /// <summary>The search alone, of the same unit.</summary>
    public LibraryQuery WithoutChoices => this with { Choices = [] };

    /// <inheritdoc/>
    public bool Equals(LibraryQuery? other) => other is not null && ToQueryString() == other.ToQueryString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToQueryString().GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => ToQueryString();

    internal LibraryQuery AddChoices(Facet facet, IEnumerable<string> included, IEnumerable<string> excluded) =>
        GetChoice(facet) is var (_, already, left) ? Chosen(FacetChoice.Create(facet, already.Concat(included), left.Concat(excluded)))
        : this;

    private LibraryQuery Chosen(FacetChoice choice) => this with
    {
        Choices = [.. Facet.All
            .Select(facet => facet == choice.Facet ? choice : GetChoice(facet))
            .Where(one => !one.Included.IsEmpty || !one.Excluded.IsEmpty)],
    };
}
