namespace Sovia.Library.Search.Facets;

/// <summary>How many videos a family has.</summary>
internal sealed class VideosFacet() : ChoiceFacet("videos", "Videos",
    ("0", "None", new Term.CountBetween(CountOf.Videos, 0, 0)),
    ("1", "1", new Term.CountBetween(CountOf.Videos, 1, 1)),
    ("2-5", "2 to 5", new Term.CountBetween(CountOf.Videos, 2, 5)),
    ("6-10", "6 to 10", new Term.CountBetween(CountOf.Videos, 6, 10)),
    ("11-20", "11 to 20", new Term.CountBetween(CountOf.Videos, 11, 20)),
    (Most, "21 and more", new Term.CountBetween(CountOf.Videos, 21, null)))
{
    private const string Most = "21+";

    public override object KeyOf(IndexRow row) => row.Videos;

    // Written by hand, its plus arrives as a space.
    public override string? Read(Language.ValueItem item) => item.Text == "21" ? Most : base.Read(item);
}
