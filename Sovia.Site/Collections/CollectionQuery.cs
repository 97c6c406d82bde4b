using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Query.Fields;
using Sovia.Query.Lists;
using Sovia.Query.Terms;

namespace Sovia.Collections;

/// <summary>A collection as a query of the gallery.</summary>
public static class CollectionQuery
{
    private static readonly Facet In = Facet.Find("in")!;

    /// <summary>The query that shows what a collection holds.</summary>
    /// <param name="tree">The collections of the library.</param>
    /// <param name="collection">The collection.</param>
    /// <param name="now">What relative dates are counted from, UTC.</param>
    /// <param name="zone">The time zone of whoever looks; UTC where it is left out.</param>
    public static LibraryQuery Create(CollectionTree tree, Collection collection, DateTimeOffset now, TimeZoneInfo? zone) =>
        LibraryQuery.Everything(now, zone).Include(In, In.FormatValue(tree.GetPath(collection)));

    /// <summary>What was put into a manual collection itself, post by post.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="sort">The order.</param>
    public static ResolvedQuery Members(Collection collection, SortBy sort) =>
        new(new Term.AnnotationMatches(new InCollections([collection.Id])), $"members {collection.Id}", sort, Unit: ListUnit.Post);
}
