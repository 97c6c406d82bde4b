using System.Collections.Immutable;
using Sovia.Library.Dates;
using Sovia.Query.Terms;

namespace Sovia.Query.Facets;

/// <summary>
/// The chosen values of one facet: any of the included and none of the excluded ones. Values are sorted and distinct.
/// </summary>
public sealed record FacetChoice(Facet Facet, ImmutableArray<string> Included, ImmutableArray<string> Excluded)
{
    /// <summary>Returns the term of the choice.</summary>
    /// <param name="zone">The time zone of dates.</param>
    public Term ToTerm(TimeZoneInfo zone) => ToTerm(new LocalCalendar(default, zone));

    /// <summary>Returns the term of the choice.</summary>
    /// <param name="calendar">The viewer's time zone and current date.</param>
    public Term ToTerm(LocalCalendar calendar) => (Included.IsEmpty, Excluded.IsEmpty) switch
    {
        (true, true) => Term.Everything,
        (false, true) => CreateAnyOf(Included, calendar),
        (true, false) => new Term.Negation(CreateAnyOf(Excluded, calendar)),
        _ => new Term.AllOf([CreateAnyOf(Included, calendar), new Term.Negation(CreateAnyOf(Excluded, calendar))]),
    };

    /// <summary>The parameter's value, <c>a,b,-c</c>.</summary>
    public string ParameterValue => string.Join(',', Included.Concat(Excluded.Select(value => $"-{value}")));

    /// <summary>Returns the choice without a value, ignoring case.</summary>
    internal FacetChoice Without(string value)
    {
        bool IsOther(string candidate) => !candidate.Equals(value, StringComparison.OrdinalIgnoreCase);
        return new(Facet, [.. Included.Where(IsOther)], [.. Excluded.Where(IsOther)]);
    }

    /// <summary>Creates a choice from values in any order.</summary>
    internal static FacetChoice Create(Facet facet, IEnumerable<string> included, IEnumerable<string> excluded) =>
        new(facet, SortDistinct(included), SortDistinct(excluded));

    // Names of models and modes are not case-sensitive.
    private static ImmutableArray<string> SortDistinct(IEnumerable<string> values) =>
        [.. values.Order(StringComparer.Ordinal).Distinct(StringComparer.OrdinalIgnoreCase)];

    private Term CreateAnyOf(ImmutableArray<string> values, LocalCalendar calendar) =>
        values.Length == 1 ? Facet.ToTerm(values[0], calendar) : new Term.AnyOf([.. values.Select(value => Facet.ToTerm(value, calendar))]);
}
