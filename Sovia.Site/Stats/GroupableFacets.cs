using System.Collections.Immutable;
using Sovia.Query;
using Sovia.Query.Facets;

namespace Sovia.Stats;

/// <summary>The fields by which statistics can be grouped.</summary>
public static class GroupableFacets
{
    /// <summary>All groupable fields, in the order of <see cref="Field.All"/>.</summary>
    public static ImmutableArray<Facet> All { get; } = [.. Field.All.Select(field => field.Group).OfType<Facet>()];

    /// <summary>The fields' names in URLs.</summary>
    public static IEnumerable<string> Names => All.Select(facet => facet.GroupName);

    /// <summary>Finds a field by its name or by its filter parameter; null if there is none.</summary>
    public static Facet? Find(string name) =>
        All.FirstOrDefault(facet => facet.GroupName.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? All.FirstOrDefault(facet => facet.Parameter.Equals(name, StringComparison.OrdinalIgnoreCase));
}
