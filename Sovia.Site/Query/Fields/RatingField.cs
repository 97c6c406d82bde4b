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
    public const int Best = 5;

    public static readonly Field Field = new("rating")
    {
        Metatags = [new RatingTag()],
        Is = [("rated", Between(1, Best)), ("unrated", Between(0, 0))],
        Has = [("rating", Between(1, Best))],
        Help = [new("rating:>=4", "What you gave four stars or more; rating:none for what you did not rate.")],
        Facet = new RatingFacet(),
        Sort = new("rating", "Best rated", new(NpgsqlDbType.Smallint, null) { Decided = "a.by_rating", DecidedWhere = "a.by_rating < 5", Undecided = Best, Most = Best }),
    };

    public static Term Between(int least, int most) => new Term.DecidedAs(new RatingBetween(least, most));
}

/// <summary>So many stars, both ends included; 0 is none.</summary>
internal sealed record RatingBetween(int Least, int Most) : Decision
{
    public override string Decided => "a.by_rating < 5";

    // The best has the smallest key. A single one is written as an equality, which leads into an index in the order of dates.
    public override string Sql(Func<object, NpgsqlDbType, string> parameter) => string.Create(CultureInfo.InvariantCulture,
        $"a.by_rating {(Least == Most ? $"= {RatingField.Best - Least}" : $"between {RatingField.Best - Most} and {RatingField.Best - Least}")}");

    public override bool Holds(DecidedState state) => state.Rating >= Least && state.Rating <= Most;
}

/// <summary><c>rating:</c> how many stars.</summary>
internal sealed class RatingTag : IMetatag
{
    public string Name => "rating";

    public string Help => "How many stars you gave it, 1 to 5; of a family the best. none, or 0, for what you did not rate.";

    public ImmutableArray<string> Examples => ["rating:>=4", "rating:5", "rating:none", "rating:1..3"];

    public ImmutableArray<string> Values => ["5", ">=4", ">=3", "none"];

    public ItemReading Read(ValueItem item, LocalCalendar calendar)
    {
        if (item.Text.Equals("none", StringComparison.OrdinalIgnoreCase)) return new(RatingField.Between(0, 0), "none");
        if (item.Text.Equals("any", StringComparison.OrdinalIgnoreCase)) return new(RatingField.Between(1, RatingField.Best), "any");
        var bounds = Bounds.Of(item.Text);
        if (!Read(bounds.From, out var from) || !Read(bounds.To, out var to) || (from ?? to) is null)
            return ItemReading.Wrong($"“{Name}:” takes 0 to {RatingField.Best} stars, and “{Signs.Cut(item.Text, 40)}” is none of them; write {string.Join(" or ", Examples)}.");
        var backwards = from > to;
        if (backwards) (from, to) = (to, from);
        var step = bounds.Without ? 1 : 0;
        // What has no stars is not among those of fewer than three.
        var least = from + step ?? (to - step == 0 ? 0 : 1);
        return new(
            RatingField.Between(least, to - step ?? RatingField.Best),
            Bounds.Written(Text(from), Text(to), bounds.Without),
            backwards ? "This range runs backwards; it is read the other way round." : null);
    }

    private static bool Read(string? text, out int? stars)
    {
        stars = text is [>= '0' and <= '5'] ? text[0] - '0' : null;
        return text is null || stars is not null;
    }

    private static string? Text(int? stars) => stars?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The stars, the most first.</summary>
internal sealed class RatingFacet() : ChoiceFacet("rating", "Rating", null,
    ("5", "★★★★★", RatingField.Between(5, 5), key => key == 0),
    ("4", "★★★★", RatingField.Between(4, 4), key => key == 1),
    ("3", "★★★", RatingField.Between(3, 3), key => key == 2),
    ("2", "★★", RatingField.Between(2, 2), key => key == 3),
    ("1", "★", RatingField.Between(1, 1), key => key == 4),
    ("none", "Not rated", RatingField.Between(0, 0), key => key == RatingField.Best))
{
    public override DecidedFacet Decided => new("a.by_rating < 5", "a.by_rating", "5");

    public override string? Read(ValueItem item) => item.Text == "0" ? "none" : base.Read(item);
}
