using Sovia.Query;
using Sovia.Query.Facets;

namespace Sovia.Pages.Gallery;

/// <summary>A control that chooses of one facet.</summary>
/// <param name="Facet">The facet.</param>
/// <param name="Value">What is chosen, as the address has it; empty for everything.</param>
/// <param name="DisplayText">The same in words.</param>
/// <param name="Options">What can be chosen, with words for it; none where only the library knows, and then it is typed.</param>
public sealed record FacetSelectView(Facet Facet, string Value, string DisplayText, IReadOnlyList<(string Value, string Label)> Options)
{
    /// <summary>The control of a facet for a query, with the words that the facet has for its values everywhere.</summary>
    public static FacetSelectView ForQuery(LibraryQuery query, string parameter)
    {
        var facet = Facet.Find(parameter)!;
        var choice = query.GetChoice(facet);
        var shown = choice.Included.Select(facet.GetLabel).Concat(choice.Excluded.Select(value => $"not {facet.GetLabel(value)}"));
        return new(facet, choice.ParameterValue, string.Join(", ", shown),
            [.. facet.Values.Select(value => (value, facet.GetLabel(value)))]);
    }

    /// <summary>Whether what is chosen is none of the options, as several at once are.</summary>
    public bool IsOther => Value.Length > 0 && Options.All(option => option.Value != Value);
}
