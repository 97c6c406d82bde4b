using Sovia.Query;
using Sovia.Query.Facets;

namespace Sovia.Pages.Gallery;

/// <summary>A form control for one facet.</summary>
/// <param name="Facet">The facet.</param>
/// <param name="Value">The selected value as in the URL; empty for everything.</param>
/// <param name="DisplayText">The display text of the value.</param>
/// <param name="Options">The options with their labels; empty if only the library knows the values, so that the user types one.</param>
public sealed record FacetSelectView(Facet Facet, string Value, string DisplayText, IReadOnlyList<(string Value, string Label)> Options)
{
    /// <summary>Creates the control of a facet for a query, with the facet's own labels.</summary>
    public static FacetSelectView ForQuery(LibraryQuery query, string parameter)
    {
        var facet = Facet.Find(parameter)!;
        var choice = query.GetChoice(facet);
        var labels = choice.Included.Select(facet.GetLabel).Concat(choice.Excluded.Select(value => $"not {facet.GetLabel(value)}"));
        return new(facet, choice.ParameterValue, string.Join(", ", labels),
            [.. facet.Values.Select(value => (value, facet.GetLabel(value)))]);
    }

    /// <summary>Whether the selection is none of the options, such as several values at once.</summary>
    public bool IsOther => Value.Length > 0 && Options.All(option => option.Value != Value);
}
