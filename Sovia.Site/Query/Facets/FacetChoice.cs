using System.Collections.Immutable;
using Sovia.Library.Dates;
using Sovia.Query.Terms;

namespace Sovia.Query.Facets;

/// <summary>What is chosen of one facet: any of some values and none of others. Values are sorted, each there once.</summary>
public sealed record FacetChoice(Facet Facet, ImmutableArray<string> Included, ImmutableArray<string> Excluded)
{
    /// <summary>What is looked for.</summary>
    /// <param name="zone">Whose months.</param>
    public Term ToTerm(TimeZoneInfo zone) => ToTerm(new LocalCalendar(default, zone));

    /// <summary>What is looked for.</summary>
    /// <param name="calendar">Whose days, and which is today.</param>
    public Term ToTerm(LocalCalendar calendar) => (Included.IsEmpty, Excluded.IsEmpty) switch
    {
        (true, true) => Term.Everything,
        (false, true) => AnyOf(Included, calendar),
        (true, false) => new Term.Negation(AnyOf(Excluded, calendar)),
        _ => new Term.AllOf([AnyOf(Included, calendar), new Term.Negation(AnyOf(Excluded, calendar))]),
    };

    /// <summary>The parameter's value, <c>a,b,-c</c>.</summary>
    public string ParameterValue => string.Join(',', Included.Concat(Excluded.Select(value => $"-{value}")));

    /// <summary>Without a value, whatever its case.</summary>
    internal FacetChoice Without(string value)
    {
        bool IsOther(string one) => !one.Equals(value, StringComparison.OrdinalIgnoreCase);
        return new(Facet, [.. Included.Where(IsOther)], [.. Excluded.Where(IsOther)]);
    }

    /// <summary>A choice from values in any order.</summary>
    internal static FacetChoice Create(Facet facet, IEnumerable<string> included, IEnumerable<string> excluded) =>
        new(facet, Sorted(included), Sorted(excluded));

    // Names of models and modes are the same whatever their case.
    private static ImmutableArray<string> Sorted(IEnumerable<string> values) =>
        [.. values.Order(StringComparer.Ordinal).Distinct(StringComparer.OrdinalIgnoreCase)];

    private Term AnyOf(ImmutableArray<string> values, LocalCalendar calendar) =>
        values.Length == 1 ? Facet.ToTerm(values[0], calendar) : new Term.AnyOf([.. values.Select(value => Facet.ToTerm(value, calendar))]);
}
