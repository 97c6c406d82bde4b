using System.Collections.Immutable;
using Sovia.Query.Facets;

namespace Sovia.Query;

/// <summary>How units are called in addresses.</summary>
public static class QueryParameterNames
{
    // How a gallery is laid out, and where it begins, are no part of what it shows.
    private static readonly string[] Others = ["search", "sort", "seed", "unit", "tz", "view", "density", "columns", "after", "before",
        "at", "open"];

    /// <summary>Whether an address of the gallery may have a parameter of this name.</summary>
    public static bool IsParameter(string name) => Others.Contains(name, StringComparer.OrdinalIgnoreCase) || Facet.Find(name) is not null;

    /// <summary>Every unit with its name.</summary>
    public static ImmutableArray<(ListUnit Unit, string Name)> Units { get; } = [(ListUnit.Family, "family"), (ListUnit.Post, "post")];

    /// <summary>The name of a unit.</summary>
    public static string GetUnitName(ListUnit listUnit) => Units.First(named => named.Unit == listUnit).Name;
}
