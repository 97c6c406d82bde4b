using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Query.Fields;
using Sovia.Query.Lists;
using Sovia.Query.Terms;

namespace Sovia.Collections;

/// <summary>Creates gallery queries for collections.</summary>
public static class CollectionQuery
{
    private static readonly Facet InFacet = Facet.Find("in")!;

    /// <summary>Creates the query that shows a collection's posts.</summary>
    /// <param name="tree">The collections of the library.</param>
    /// <param name="collection">The collection.</param>
    /// <param name="now">The time that relative dates refer to, UTC.</param>
    /// <param name="zone">The viewer's time zone; null for UTC.</param>
    public static LibraryQuery Create(CollectionTree tree, Collection collection, DateTimeOffset now, TimeZoneInfo? zone) =>
        LibraryQuery.Everything(now, zone).Include(InFacet, InFacet.FormatValue(tree.GetPath(collection)));

    /// <summary>Creates the query for a manual collection's direct members, post by post.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="sort">The order.</param>
    public static ResolvedQuery Members(Collection collection, SortBy sort) =>
        HideFilter.Exclude(
            new(new Term.AnnotationMatches(new InCollections([collection.Id])), $"members {collection.Id}", sort, Unit: ListUnit.Post));
}
