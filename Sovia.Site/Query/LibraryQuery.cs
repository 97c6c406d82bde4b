using System.Collections.Immutable;
using Sovia.Library.Dates;
using Sovia.Query.Facets;
using Sovia.Query.Language;
using Sovia.Query.Terms;

namespace Sovia.Query;

/// <summary>
/// Chosen facets, a search, an order and a unit. Parses from and renders to a URL; equal queries have the same URL.
/// </summary>
public sealed partial record LibraryQuery
{
    private LibraryQuery() { }

    /// <summary>Returns the query without filters, at a time (UTC) and in the viewer's time zone (UTC if omitted).</summary>
    public static LibraryQuery Everything(DateTimeOffset now, TimeZoneInfo? viewerZone = null, QueryDefaults? defaults = null) =>
        new LibraryQuery { Now = now, ViewerZone = viewerZone ?? TimeZoneInfo.Utc, Zone = viewerZone ?? TimeZoneInfo.Utc }
        .WithDefaults(defaults ?? QueryDefaults.Standard).WithDefaultSortAndUnit;

    /// <summary>The choices, in the order of <see cref="Facet.All"/>, without empty ones.</summary>
    public ImmutableArray<FacetChoice> Choices { get; private init; } = [];

    /// <summary>The search and its errors.</summary>
    public ParsedSearch Search { get; private init; } = ParsedSearch.Empty;

    /// <summary>The order.</summary>
    public SortBy Sort { get; private init; } = SortBy.DateDesc;

    /// <summary>The seed of <see cref="SortBy.Random"/>; 0 for every other order.</summary>
    public int Seed { get; private init; }

    /// <summary>The unit of the list: always posts for hidden and trashed items.</summary>
    public ListUnit Unit => Term.RequestsUnlisted(Search.Term) ? ListUnit.Post : RequestedUnit;
    /// <summary>The requested unit of the list.</summary>
    public ListUnit RequestedUnit { get; private init; }

    /// <summary>The reference time of relative dates. Not part of equality.</summary>
    public DateTimeOffset Now { get; private init; }

    /// <summary>The time zone of dates.</summary>
    public TimeZoneInfo Zone { get; private init; } = TimeZoneInfo.Utc;

    /// <summary>Parses parameters. Unknown parameters are ignored, because they belong to other components.</summary>
    /// <param name="pairs">The decoded parameters in any order; a name may occur several times.</param>
    /// <param name="now">The reference time of relative dates, UTC.</param>
    /// <param name="viewerZone">The viewer's time zone; UTC if omitted.</param>
    /// <param name="defaults">The order and unit if none are named; the standard ones if omitted.</param>
    /// <returns>The query, and messages about invalid parameters. Errors in the search are in <see cref="Search"/>.</returns>
    public static (LibraryQuery Query, ImmutableArray<ParameterMessage> Messages) Parse(
        IEnumerable<KeyValuePair<string, string>> pairs, DateTimeOffset now, TimeZoneInfo? viewerZone = null,
            QueryDefaults? defaults = null) =>
        QueryParameters.Parse(pairs, Everything(now, viewerZone, defaults));

    /// <summary>Parses a query string.</summary>
    public static (LibraryQuery Query, ImmutableArray<ParameterMessage> Messages) Parse(string queryString, DateTimeOffset now,
        TimeZoneInfo? viewerZone = null) =>
        Parse(UrlQueryString.Parse(queryString), now, viewerZone);

    /// <summary>The search as the search box shows it: canonical, or as typed while it has errors.</summary>
    public string SearchText => Search.IsValid ? Search.Canonical : Search.Text.Trim();

    /// <summary>The term to match.</summary>
    public Term Term => Choices.IsEmpty
        ? Search.Term
        : new Term.AllOf([.. Search.Canonical.Length == 0 ? [] : new[] { Search.Term },
            .. Choices.Select(choice => choice.ToTerm(new LocalCalendar(Now, Zone)))]);

    /// <summary>The parameters in canonical order, without defaults.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parameters => QueryParameters.Format(this);

    /// <summary>Returns the query string without a question mark; empty for the default query.</summary>
    public string ToQueryString() => UrlQueryString.Format(Parameters);

    /// <summary>
    /// The cache key of counts and facets: the filters, the current meaning of the search, and the unit, but not the order.
    /// </summary>
    public string FilterKey => UrlQueryString.Format(QueryParameters.FormatFilters(this));

    /// <summary>Whether the query renders to a URL without parameters.</summary>
    public bool IsDefault => !Parameters.Any();

    /// <summary>Whether the query has no choice and no search.</summary>
    public bool IsUnfiltered => Choices.IsEmpty && Search.Canonical.Length == 0;

    /// <summary>A chip for each filter, the search last.</summary>
    public IEnumerable<FilterChip> Chips => QueryChips.Build(this);

    /// <summary>Returns the choice of a facet; an empty choice if there is none.</summary>
    public FacetChoice GetChoice(Facet facet) => Choices.FirstOrDefault(choice => choice.Facet == facet) ?? new(facet, [], []);

    /// <summary>Returns the query with a value included, and no longer excluded.</summary>
    /// <param name="facet">The facet.</param>
    /// <param name="value">As <see cref="Facet.FormatValue"/> returns it.</param>
    public LibraryQuery Include(Facet facet, string value) => Without(facet, value).AddChoices(facet, [value], []);

    /// <summary>Returns the query with a value excluded, and no longer included.</summary>
    public LibraryQuery Exclude(Facet facet, string value) => Without(facet, value).AddChoices(facet, [], [value]);

    /// <summary>Returns the query without a value, included or excluded.</summary>
    public LibraryQuery Without(Facet facet, string value) => WithChoice(GetChoice(facet).Without(value));

    /// <summary>Returns the query without any choice of a facet.</summary>
    public LibraryQuery Without(Facet facet) => WithChoice(new(facet, [], []));

    /// <summary>Removes the value if it is included, and includes it otherwise.</summary>
    public LibraryQuery Toggle(Facet facet, string value) =>
        GetChoice(facet).Included.Contains(value, StringComparer.OrdinalIgnoreCase) ? Without(facet, value) : Include(facet, value);

    /// <summary>Returns the query with another search; null or empty for none.</summary>
    public LibraryQuery WithSearch(string? search) => this with { Search = ParsedSearch.Parse(search, Now, Zone) };

    /// <summary>Returns the query in another order; the seed applies only to the shuffled order.</summary>
    public LibraryQuery WithSort(SortBy sort, int seed = 0) => this with { Sort = sort, Seed = sort == SortBy.Random ? seed : 0 };

    /// <summary>Returns the query with another unit.</summary>
    public LibraryQuery WithUnit(ListUnit listUnit) => this with { RequestedUnit = listUnit };

    /// <summary>Whether the meaning depends on the time zone.</summary>
    public bool DependsOnTimeZone => Term.DependsOnTimeZone(Term);

    /// <summary>The query without filters and search, in the same order and unit.</summary>
    public LibraryQuery WithoutFilters => this with { Choices = [], Search = ParsedSearch.Empty, Zone = ViewerZone };

    /// <summary>The query with its search but without choices, of the same unit.</summary>
    public LibraryQuery WithoutChoices => this with { Choices = [] };

    /// <inheritdoc/>
    public bool Equals(LibraryQuery? other) => other is not null && ToQueryString() == other.ToQueryString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToQueryString().GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => ToQueryString();

    internal LibraryQuery AddChoices(Facet facet, IEnumerable<string> included, IEnumerable<string> excluded) =>
        GetChoice(facet) is var (_, oldIncluded, oldExcluded)
            ? WithChoice(FacetChoice.Create(facet, oldIncluded.Concat(included), oldExcluded.Concat(excluded)))
        : this;

    private LibraryQuery WithChoice(FacetChoice choice) => this with
    {
        Choices = [.. Facet.All
            .Select(facet => facet == choice.Facet ? choice : GetChoice(facet))
            .Where(facetChoice => !facetChoice.Included.IsEmpty || !facetChoice.Excluded.IsEmpty)],
    };
}
