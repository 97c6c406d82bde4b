using Sovia.Collections;
using Sovia.Query;
using Sovia.Query.Facets;

namespace Sovia.Pages.Collections;

/// <summary>The query parameter for a collection in gallery URLs.</summary>
internal static class CollectionParameter
{
    private static Facet In { get; } = Facet.Find("in")!;

    /// <summary>Formats the parameter of a collection.</summary>
    public static string Format(CollectionTree tree, Collection collection) =>
        $"in={Uri.EscapeDataString(In.FormatValue(tree.GetPath(collection)))}";

    /// <summary>Returns the collection of a query: the only one selected, if none is excluded; otherwise null.</summary>
    public static Collection? FindCollection(LibraryQuery query, CollectionTree tree) =>
        query.GetChoice(In) is { Included: [var value], Excluded.IsEmpty: true } && value != "none" ? tree.FindByPath(In.GetLabel(value))
        : null;
}
