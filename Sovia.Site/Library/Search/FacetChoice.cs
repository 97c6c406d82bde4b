using System.Collections.Immutable;

namespace Sovia.Library.Search;

/// <summary>What is chosen of one facet: any of some values and none of others. Values are sorted, each there once.</summary>
public sealed record FacetChoice(Facet Facet, ImmutableArray<string> Included, ImmutableArray<string> Excluded)
{
    /// <summary>What is looked for.</summary>
    /// <param name="zone">Whose months.</param>
    public Term TermIn(TimeZoneInfo zone) => (Included.IsEmpty, Excluded.IsEmpty) switch
    {
        (true, true) => Term.Everything,
        (false, true) => AnyOf(Included, zone),
        (true, false) => new Term.Except(AnyOf(Excluded, zone)),
        _ => new Term.AllOf([AnyOf(Included, zone), new Term.Except(AnyOf(Excluded, zone))]),
    };

    /// <summary>The parameter's value, <c>a,b,-c</c>.</summary>
    public string Written => string.Join(',', Included.Concat(Excluded.Select(value => $"-{value}")));

    /// <summary>Without a value, whatever its case.</summary>
    internal FacetChoice Without(string value)
    {
        bool IsOther(string one) => !one.Equals(value, StringComparison.OrdinalIgnoreCase);
        return new(Facet, [.. Included.Where(IsOther)], [.. Excluded.Where(IsOther)]);
    }

    /// <summary>A choice from values in any order.</summary>
    internal static FacetChoice Of(Facet facet, IEnumerable<string> included, IEnumerable<string> excluded) =>
        new(facet, Sorted(included), Sorted(excluded));

    // Names of models and modes are the same whatever their case.
    private static ImmutableArray<string> Sorted(IEnumerable<string> values) =>
        [.. values.Order(StringComparer.Ordinal).Distinct(StringComparer.OrdinalIgnoreCase)];

    private Term AnyOf(ImmutableArray<string> values, TimeZoneInfo zone) =>
        values.Length == 1 ? Facet.TermOf(values[0], zone) : new Term.AnyOf([.. values.Select(value => Facet.TermOf(value, zone))]);
}
