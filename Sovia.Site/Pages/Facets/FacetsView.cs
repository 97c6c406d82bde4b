using Sovia.Pages.Gallery;
using Sovia.Query.Facets;

namespace Sovia.Pages.Facets;

/// <summary>Facets with their counts, for a query.</summary>
/// <param name="GalleryRequest">The query.</param>
/// <param name="Counts">The counts.</param>
public sealed record FacetsView(GalleryRequest GalleryRequest, FacetCounts Counts)
{
    /// <summary>A list of more values than these has a box to find one in.</summary>
    public const int FindBoxThreshold = 8;

    /// <summary>Facets that have something to choose from. Of what only users decide, one value is what nobody decided.</summary>
    public IEnumerable<Facet> Facets =>
        Facet.Offered.Where(facet => Counts.Values[facet].Skip(facet.IsAnnotationOnly ? 1 : 0).Any()
            || GalleryRequest.Query.Choices.Any(choice => choice.Facet == facet));

    /// <summary>Whether a value is looked for.</summary>
    public bool IsChosen(FacetValue value) =>
        GalleryRequest.Query.GetChoice(value.Facet).Included.Contains(value.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a value is left out.</summary>
    public bool IsExcluded(FacetValue value) =>
        GalleryRequest.Query.GetChoice(value.Facet).Excluded.Contains(value.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>The gallery with a value looked for, or no more.</summary>
    public string GetToggleUrl(FacetValue value) => GalleryRequest.GetGalleryUrl(GalleryRequest.Query.Toggle(value.Facet, value.Value));

    /// <summary>The gallery with a value left out, or no more.</summary>
    public string GetToggleExcludeUrl(FacetValue value) =>
        GalleryRequest.GetGalleryUrl(IsExcluded(value) ? GalleryRequest.Query.Without(value.Facet, value.Value)
            : GalleryRequest.Query.Exclude(value.Facet, value.Value));

    /// <summary>The most items a month has.</summary>
    public int MaxMonthCount => Counts.Months.Count == 0 ? 1 : Counts.Months.Max(month => month.Count);
}
