using Sovia.Collections;
using Sovia.Library.Search;

namespace Sovia.Pages.Collections;

/// <summary>A collection as the gallery shows it.</summary>
internal static class CollectionAddress
{
    private static Facet In { get; } = Facet.Named("in")!;

    /// <summary>Its part of an address of the gallery.</summary>
    public static string Parameter(CollectionTree tree, Collection collection) => $"in={Uri.EscapeDataString(In.Written(tree.PathOf(collection)))}";

    /// <summary>The collection that a query shows: the only one that is chosen, where none is left out; null for none.</summary>
    public static Collection? ShownBy(LibraryQuery query, CollectionTree tree) =>
        query.ChoiceOf(In) is { Included: [var value], Excluded.IsEmpty: true } && value != "none" ? tree.At(In.Shown(value)) : null;
}
