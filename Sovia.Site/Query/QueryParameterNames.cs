using System.Collections.Immutable;
using Sovia.Query.Facets;

namespace Sovia.Query;

/// <summary>The names of query parameters and units in URLs.</summary>
public static class QueryParameterNames
{
    // Layout and start position of the gallery are valid parameters, but not part of a query.
    private static readonly string[] Others = ["search", "sort", "seed", "unit", "tz", "view", "density", "columns", "after", "before",
        "at", "open"];

    /// <summary>Returns whether a gallery URL may have a parameter of this name.</summary>
    public static bool IsParameter(string name) => Others.Contains(name, StringComparer.OrdinalIgnoreCase) || Facet.Find(name) is not null;

    /// <summary>Every unit with its name.</summary>
    public static ImmutableArray<(ListUnit Unit, string Name)> Units { get; } = [(ListUnit.Family, "family"), (ListUnit.Post, "post")];

    /// <summary>Returns the name of a unit.</summary>
    public static string GetUnitName(ListUnit listUnit) => Units.First(entry => entry.Unit == listUnit).Name;
}
