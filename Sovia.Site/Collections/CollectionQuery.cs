using Sovia.Library.Search;

namespace Sovia.Collections;

/// <summary>A collection as a query of the gallery.</summary>
public static class CollectionQuery
{
    private static readonly Facet In = Facet.Named("in")!;

    /// <summary>The query that shows what a collection holds.</summary>
    /// <param name="tree">The collections of the library.</param>
    /// <param name="collection">The collection.</param>
    /// <param name="now">What relative dates are counted from, UTC.</param>
    /// <param name="zone">The time zone of whoever looks; UTC where it is left out.</param>
    public static LibraryQuery Of(CollectionTree tree, Collection collection, DateTimeOffset now, TimeZoneInfo? zone) => LibraryQuery.Everything(now, zone).With(In, In.Written(tree.PathOf(collection)));
}
