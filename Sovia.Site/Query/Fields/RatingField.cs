using System.Collections.Immutable;
using System.Globalization;
using NpgsqlTypes;
using Sovia.Index;
using Sovia.Library;
using Sovia.Library.Language;
using Sovia.Library.Search;
using Sovia.Library.Search.Facets;

namespace Sovia.Query.Fields;

/// <summary>The user's stars, of a family the best.</summary>
internal static class RatingField
{
    public const int Best = SortKeys.Unrated;

    /// <summary>SQL of where there are stars.</summary>
    public const string Rated = "a.by_rating < 5";

    public static readonly Field Field = new("rating")
    {
        Metatags = [new RatingTag()],
        Is = [("rated", Between(1, Best)), ("unrated", Between(0, 0))],
        Has = [("rating", Between(1, Best))],
        Help = [new("rating:>=4", "Rated four stars or more. rating:none finds unrated items.")],
        Facet = new RatingFacet(),
        Sort = new("rating", "Best rated", new(NpgsqlDbType.Smallint, null) { Decided = "a.by_rating", DecidedWhere = Rated, Undecided = Best, Most = Best }),
    };

    public static Term Between(int least, int most) => new Term.DecidedAs(new RatingBetween(least, most));
}

/// <summary>So many stars, both ends included; 0 is none.</summary>
internal sealed record RatingBetween(int Least, int Most) : Decision
{
    public override string Decided => RatingField.Rated;

    // The best has the smallest key. A single one is written as an equality, which leads into an index in the order of dates.
    public override string Sql(Func<object, NpgsqlDbType, string> parameter) => string.Create(CultureInfo.InvariantCulture,
        $"a.by_rating {(Least == Most ? $"= {RatingField.Best - Least}" : $"between {RatingField.Best - Most} and {RatingField.Best - Least}")}");

    public override bool Holds(DecidedState state) => state.Rating >= Least && state.Rating <= Most;
}

/// <summary><c>rating:</c> how many stars.</summary>
internal sealed class RatingTag : IMetatag
{
    public string Name => "rating";

    public string Help => "Your rating, 1 to 5 stars; the best one in a stack. Use none or 0 for unrated.";

    public ImmutableArray<string> Examples => ["rating:>=4", "rating:5", "rating:none", "rating:1..3"];

    public ImmutableArray<string> Values => ["5", ">=4", ">=3", "none"];

    public ItemReading Read(ValueItem item, LocalCalendar calendar)
    {
        if (item.Text.Equals("none", StringComparison.OrdinalIgnoreCase)) return new(RatingField.Between(0, 0), "none");
        if (item.Text.Equals("any", StringComparison.OrdinalIgnoreCase)) return new(RatingField.Between(1, RatingField.Best), "any");
        if (NumberRange.Of(item.Text, RatingField.Best) is not { } range)
            return ItemReading.Wrong($"“{Signs.Cut(item.Text, 40)}” isn't a valid {Name}. Use 0 to {RatingField.Best} stars, as in {string.Join(" or ", Examples)}.");
        // What has no stars is not among those of fewer than three.
        return new(RatingField.Between(range.Least ?? (range.Most == 0 ? 0 : 1), range.Most ?? RatingField.Best), range.Written, range.Complaint);
    }
}

/// <summary>The stars, the most first.</summary>
internal sealed class RatingFacet() : ChoiceFacet("rating", "Rating", null, 6,
    ("5", "★★★★★", RatingField.Between(5, 5), key => key == 0),
    ("4", "★★★★", RatingField.Between(4, 4), key => key == 1),
    ("3", "★★★", RatingField.Between(3, 3), key => key == 2),
    ("2", "★★", RatingField.Between(2, 2), key => key == 3),
    ("1", "★", RatingField.Between(1, 1), key => key == 4),
    ("none", "Not rated", RatingField.Between(0, 0), key => key == RatingField.Best))
{
    public override DecidedFacet Decided => new(RatingField.Rated, "a.by_rating", "5");

    public override string? Read(ValueItem item) => item.Text == "0" ? "none" : base.Read(item);
}
