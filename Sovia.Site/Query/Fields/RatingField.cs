using System.Collections.Immutable;
using System.Globalization;
using NpgsqlTypes;
using Sovia.Index;
using Sovia.Library.Dates;
using Sovia.Query.Facets;
using Sovia.Query.Language;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by the user's rating; a family has the best rating of its members.</summary>
internal static class RatingField
{
    public const int MaxRating = SortKeyEncoding.Unrated;

    /// <summary>SQL condition for annotation rows with a rating.</summary>
    public const string HasRatingSql = "a.by_rating < 5";

    public static readonly Field Field = new("rating")
    {
        Metatags = [new RatingMetatag()],
        Is = [("rated", CreateTerm(1, MaxRating)), ("unrated", CreateTerm(0, 0))],
        Has = [("rating", CreateTerm(1, MaxRating))],
        Help = [new("rating:>=4", "Rated four stars or more. rating:none finds unrated items.")],
        Facet = new RatingFacet(),
        Sort = new("rating", "Best rated", new(NpgsqlDbType.Smallint, null)
        {
            AnnotationSql = "a.by_rating",
            AnnotationWhereSql = HasRatingSql,
            DefaultValue = MaxRating,
            Max = MaxRating
        }),
    };

    public static Term CreateTerm(int least, int most) => new Term.AnnotationMatches(new RatingBetween(least, most));
}

/// <summary>Matches items with a rating in an inclusive range; 0 means no rating.</summary>
internal sealed record RatingBetween(int Least, int Most) : AnnotationCondition
{
    public override string PresenceSql => RatingField.HasRatingSql;

    // The best rating has the smallest key. A single rating is written as an equality, so that an index returns it in date order.
    public override string ToSql(Func<object, NpgsqlDbType, string> parameter) => string.Create(CultureInfo.InvariantCulture,
        $"a.by_rating {(Least == Most ? $"= {RatingField.MaxRating - Least}" : $"between {RatingField.MaxRating - Most} and {RatingField.MaxRating - Least}")}");

    public override bool Matches(AnnotationState state) => state.Rating >= Least && state.Rating <= Most;
}

/// <summary>The <c>rating:</c> metatag.</summary>
internal sealed class RatingMetatag : IMetatag
{
    public string Name => "rating";

    public string Help => "Your rating, 1 to 5 stars; the best one in a stack. Use none or 0 for unrated.";

    public ImmutableArray<string> Examples => ["rating:>=4", "rating:5", "rating:none", "rating:1..3"];

    public ImmutableArray<string> Values => ["5", ">=4", ">=3", "none"];

    public ParsedValue Parse(ValueItem item, LocalCalendar calendar)
    {
        if (item.Text.Equals("none", StringComparison.OrdinalIgnoreCase)) return new(RatingField.CreateTerm(0, 0), "none");
        if (item.Text.Equals("any", StringComparison.OrdinalIgnoreCase))
            return new(RatingField.CreateTerm(1, RatingField.MaxRating), "any");
        if (NumberRange.Parse(item.Text, RatingField.MaxRating) is not { } range)
            return ParsedValue.Invalid(
                $"“{SyntaxCharacters.Truncate(item.Text, 40)}” isn't a valid {Name}. Use 0 to {RatingField.MaxRating} stars, as in {string.Join(" or ", Examples)}.");
        // Unrated items do not match an upper limit such as "fewer than three".
        return new(RatingField.CreateTerm(range.Min ?? (range.Max == 0 ? 0 : 1), range.Max ?? RatingField.MaxRating), range.CanonicalText,
            range.Problem);
    }
}

/// <summary>The rating, best first.</summary>
internal sealed class RatingFacet() : ChoiceFacet("rating", "Rating", null, 6,
    ("5", "★★★★★", RatingField.CreateTerm(5, 5), key => key == 0),
    ("4", "★★★★", RatingField.CreateTerm(4, 4), key => key == 1),
    ("3", "★★★", RatingField.CreateTerm(3, 3), key => key == 2),
    ("2", "★★", RatingField.CreateTerm(2, 2), key => key == 3),
    ("1", "★", RatingField.CreateTerm(1, 1), key => key == 4),
    ("none", "Not rated", RatingField.CreateTerm(0, 0), key => key == RatingField.MaxRating))
{
    public override AnnotationFacetSql AnnotationSql => new(RatingField.HasRatingSql, "a.by_rating", "5");

    public override string? ParseValue(ValueItem item) => item.Text == "0" ? "none" : base.ParseValue(item);
}
