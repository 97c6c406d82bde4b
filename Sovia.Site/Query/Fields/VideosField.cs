using NpgsqlTypes;
using Sovia.Query.Facets;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters and sorts by the number of videos in the family.</summary>
internal static class VideosField
{
    public static readonly Field Field = new("videos")
    {
        Metatags = [new VideosMetatag()],
        Facet = new VideosFacet(),
        // A single post has no number of videos to sort by.
        Sort = new("videos", "Most videos", new(NpgsqlDbType.Integer, "x.by_videos")
        {
            AppliesToPosts = false,
            Min = int.MinValue,
            Max = 0
        }),
    };
}

/// <summary>The <c>videos:</c> metatag.</summary>
internal sealed class VideosMetatag() : CountMetatag("videos", "Number of videos in the stack.", CountKind.Videos);

/// <summary>The number of videos in the family.</summary>
internal sealed class VideosFacet() : ChoiceFacet("videos", "Videos", "width_bucket(-x.by_videos, array[0, 1, 2, 6, 11, 21])", 7,
    ("0", "None", new Term.CountBetween(CountKind.Videos, 0, 0), bucket => bucket == 1),
    ("1", "1", new Term.CountBetween(CountKind.Videos, 1, 1), bucket => bucket == 2),
    ("2-5", "2 to 5", new Term.CountBetween(CountKind.Videos, 2, 5), bucket => bucket == 3),
    ("6-10", "6 to 10", new Term.CountBetween(CountKind.Videos, 6, 10), bucket => bucket == 4),
    ("11-20", "11 to 20", new Term.CountBetween(CountKind.Videos, 11, 20), bucket => bucket == 5),
    (OpenEndedValue, "21+", new Term.CountBetween(CountKind.Videos, 21, null), bucket => bucket == 6))
{
    private const string OpenEndedValue = "21+";

    // An unescaped plus in a URL is decoded as a space.
    public override string? ParseValue(Sovia.Query.Language.ValueItem item) => item.Text == "21" ? OpenEndedValue : base.ParseValue(item);
}
