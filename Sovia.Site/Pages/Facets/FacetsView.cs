using Sovia.Library.Search;
using Sovia.Pages.Gallery;

namespace Sovia.Pages.Facets;

/// <summary>Facets with their counts, for a query.</summary>
/// <param name="Asked">The query.</param>
/// <param name="Counts">The counts.</param>
public sealed record FacetsView(Asked Asked, FacetCounts Counts)
{
    /// <summary>A list of more values than these has a box to find one in.</summary>
    public const int Few = 8;

    /// <summary>Facets that have something to choose from. Of what only users decide, one value is what nobody decided.</summary>
    public IEnumerable<Facet> Facets => Facet.Offered.Where(facet => Counts.Values[facet].Skip(facet.IsDecidedAlone ? 1 : 0).Any() || Asked.Query.Choices.Any(choice => choice.Facet == facet));

    /// <summary>Whether a value is looked for.</summary>
    public bool IsChosen(FacetValue value) => Asked.Query.ChoiceOf(value.Facet).Included.Contains(value.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a value is left out.</summary>
    public bool IsExcluded(FacetValue value) => Asked.Query.ChoiceOf(value.Facet).Excluded.Contains(value.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>The gallery with a value looked for, or no more.</summary>
    public string Toggled(FacetValue value) => Asked.Gallery(Asked.Query.Toggle(value.Facet, value.Value));

    /// <summary>The gallery with a value left out, or no more.</summary>
    public string ExcludeToggled(FacetValue value) =>
        Asked.Gallery(IsExcluded(value) ? Asked.Query.Without(value.Facet, value.Value) : Asked.Query.Exclude(value.Facet, value.Value));

    /// <summary>The most items a month has.</summary>
    public int Most => Counts.Months.Count == 0 ? 1 : Counts.Months.Max(month => month.Count);
}
