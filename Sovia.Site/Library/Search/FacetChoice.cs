using System.Collections.Immutable;

namespace Sovia.Library.Search;

/// <summary>What is chosen of one facet: any of some values and none of others. Values are sorted, each there once.</summary>
public sealed record FacetChoice(Facet Facet, ImmutableArray<string> Included, ImmutableArray<string> Excluded)
{
    /// <summary>What is looked for.</summary>
    public Term Term => (Included.IsEmpty, Excluded.IsEmpty) switch
    {
        (true, true) => Term.Everything,
        (false, true) => AnyOf(Included),
        (true, false) => new Term.Except(AnyOf(Excluded)),
        _ => new Term.AllOf([AnyOf(Included), new Term.Except(AnyOf(Excluded))]),
    };

    /// <summary>The parameter's value, <c>a,b,-c</c>.</summary>
    public string Written => string.Join(',', Included.Concat(Excluded.Select(value => $"-{value}")));

    /// <summary>A choice from values in any order.</summary>
    internal static FacetChoice Of(Facet facet, IEnumerable<string> included, IEnumerable<string> excluded) =>
        new(facet, Sorted(included), Sorted(excluded));

    // Names of models and modes are the same whatever their case.
    private static ImmutableArray<string> Sorted(IEnumerable<string> values) =>
        [.. values.Order(StringComparer.Ordinal).Distinct(StringComparer.OrdinalIgnoreCase)];

    private Term AnyOf(ImmutableArray<string> values) =>
        values.Length == 1 ? Facet.TermOf(values[0]) : new Term.AnyOf([.. values.Select(Facet.TermOf)]);
}
