using Sovia.Query.Facets;

namespace Sovia.Query;

/// <summary>One filter of a list, shown as a chip that can be removed.</summary>
/// <param name="Facet">The facet it belongs to; null for the search.</param>
/// <param name="Value">The value as in the URL, or the search text.</param>
/// <param name="Label">The value's display name.</param>
/// <param name="Excluded">Whether the value is excluded.</param>
/// <param name="Without">The query without the filter.</param>
/// <param name="Name">The chip's title if it belongs to no facet.</param>
public sealed record FilterChip(Facet? Facet, string Value, string Label, bool Excluded, LibraryQuery Without, string Name = "Search")
{
    /// <summary>The facet's title, or the name if there is no facet.</summary>
    public string Title => Facet?.Title ?? Name;
}
