using Sovia.Pages.Gallery;
using Sovia.Query.Facets;

namespace Sovia.Pages.Facets;

/// <summary>The facets of a query, with counts.</summary>
/// <param name="GalleryRequest">The query.</param>
/// <param name="Counts">The counts.</param>
public sealed record FacetsView(GalleryRequest GalleryRequest, FacetCounts Counts)
{
    /// <summary>The number of values above which a facet gets a search box.</summary>
    public const int FindBoxThreshold = 8;

    /// <summary>
    /// The facets with a choice. A facet of annotations always has a value for posts without one, which alone is no choice.
    /// </summary>
    public IEnumerable<Facet> Facets =>
        Facet.Offered.Where(facet => Counts.Values[facet].Skip(facet.IsAnnotationOnly ? 1 : 0).Any()
            || GalleryRequest.Query.Choices.Any(choice => choice.Facet == facet));

    /// <summary>Returns whether a value is selected.</summary>
    public bool IsChosen(FacetValue value) =>
        GalleryRequest.Query.GetChoice(value.Facet).Included.Contains(value.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns whether a value is excluded.</summary>
    public bool IsExcluded(FacetValue value) =>
        GalleryRequest.Query.GetChoice(value.Facet).Excluded.Contains(value.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the gallery URL with the selection of a value toggled.</summary>
    public string GetToggleUrl(FacetValue value) => GalleryRequest.GetGalleryUrl(GalleryRequest.Query.Toggle(value.Facet, value.Value));

    /// <summary>Returns the gallery URL with the exclusion of a value toggled.</summary>
    public string GetToggleExcludeUrl(FacetValue value) =>
        GalleryRequest.GetGalleryUrl(IsExcluded(value) ? GalleryRequest.Query.Without(value.Facet, value.Value)
            : GalleryRequest.Query.Exclude(value.Facet, value.Value));

    /// <summary>The largest item count of any month.</summary>
    public int MaxMonthCount => Counts.Months.Count == 0 ? 1 : Counts.Months.Max(month => month.Count);
}
