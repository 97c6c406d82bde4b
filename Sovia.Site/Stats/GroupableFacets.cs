using System.Collections.Immutable;
using Sovia.Query;
using Sovia.Query.Facets;

namespace Sovia.Stats;

/// <summary>What figures can be grouped by: every field that says so.</summary>
public static class GroupableFacets
{
    /// <summary>All of them, in the order of fields.</summary>
    public static ImmutableArray<Facet> All { get; } = [.. Field.All.Select(field => field.Group).OfType<Facet>()];

    /// <summary>Their names as addresses write them.</summary>
    public static IEnumerable<string> Names => All.Select(facet => facet.GroupName);

    /// <summary>The one of a name, or of the parameter that it filters by; null where there is none.</summary>
    public static Facet? Find(string name) =>
        All.FirstOrDefault(facet => facet.GroupName.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? All.FirstOrDefault(facet => facet.Parameter.Equals(name, StringComparison.OrdinalIgnoreCase));
}
