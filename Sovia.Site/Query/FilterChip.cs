using Sovia.Query.Facets;

namespace Sovia.Query;

/// <summary>One thing that narrows a list, to be shown and taken away again.</summary>
/// <param name="Facet">Which facet it belongs to; null for the search.</param>
/// <param name="Value">The value as it stands in the address, or the search.</param>
/// <param name="Label">The value for people.</param>
/// <param name="Excluded">Whether it is left out and not looked for.</param>
/// <param name="Without">The query without it.</param>
/// <param name="Name">What it is where it belongs to no facet.</param>
public sealed record FilterChip(Facet? Facet, string Value, string Label, bool Excluded, LibraryQuery Without, string Name = "Search")
{
    /// <summary>What the value is a value of.</summary>
    public string Title => Facet?.Title ?? Name;
}
