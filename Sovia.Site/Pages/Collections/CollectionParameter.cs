using Sovia.Collections;
using Sovia.Query;
using Sovia.Query.Facets;

namespace Sovia.Pages.Collections;

/// <summary>A collection as the gallery shows it.</summary>
internal static class CollectionParameter
{
    private static Facet In { get; } = Facet.Find("in")!;

    /// <summary>Its part of an address of the gallery.</summary>
    public static string Format(CollectionTree tree, Collection collection) =>
        $"in={Uri.EscapeDataString(In.FormatValue(tree.GetPath(collection)))}";

    /// <summary>The collection that a query shows: the only one that is chosen, where none is left out; null for none.</summary>
    public static Collection? FindCollection(LibraryQuery query, CollectionTree tree) =>
        query.GetChoice(In) is { Included: [var value], Excluded.IsEmpty: true } && value != "none" ? tree.FindByPath(In.GetLabel(value))
        : null;
}
