using NpgsqlTypes;
using Sovia.Index;
using Sovia.Query.Facets;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by liked state: the latest value from a source or the user.</summary>
internal static class LikedField
{
    public static readonly Field Field = new("liked")
    {
        Metatags = [new LikedMetatag()],
        Is = [("liked", new Term.LikedIs(true)), ("unliked", new Term.LikedIs(false))],
        Facet = new LikedFacet(),
        Sort = new("likes", "Liked first", new(NpgsqlDbType.Smallint, "x.by_likes")
        {
            AnnotationSql = "a.by_likes",
            AnnotationWhereSql = UnannotatedTerms.LikesDifferSql,
            Max = SortKeyEncoding.MaxKey
        }),
    };
}

/// <summary>The <c>liked:</c> metatag.</summary>
internal sealed class LikedMetatag() : ChoiceMetatag("liked", "Liked state: true, false or unknown.",
    ("true yes", new Term.LikedIs(true)),
    ("false no", new Term.LikedIs(false)),
    ("unknown none", new Term.LikedIs(null)));

/// <summary>Liked, not liked, or unknown.</summary>
internal sealed class LikedFacet() : ChoiceFacet("liked", "Liked", "x.by_likes", 3,
    ("true", "Liked", new Term.LikedIs(true), key => key == SortKeyEncoding.ToKey(true)),
    ("false", "Not liked", new Term.LikedIs(false), key => key == SortKeyEncoding.ToKey(false)),
    (Unknown, "Unknown", new Term.LikedIs(null), key => key == SortKeyEncoding.ToKey((bool?)null)))
{
    private const string Unknown = "unknown";

    public override AnnotationFacetSql AnnotationSql => new(UnannotatedTerms.LikesDifferSql, "a.by_likes", "x.by_likes");

    // The three states have no natural order.
    public override bool IsOrdered => false;

    public override string FormatValue(string? name) => name ?? Unknown;
}
