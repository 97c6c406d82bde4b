using System.Globalization;
using Npgsql;

namespace Sovia.Library.Search;

/// <summary>A list to walk through.</summary>
/// <param name="Term">What is in it.</param>
/// <param name="Key">Names the term and the unit for caches: equal keys, equal lists but for their order.</param>
/// <param name="Sort">What comes first.</param>
/// <param name="Seed">Which shuffle, for <see cref="SortBy.Random"/>.</param>
/// <param name="Unit">What it is made of.</param>
public sealed record Listing(Term Term, string Key, SortBy Sort = SortBy.DateDesc, int Seed = 0, Unit Unit = Unit.Family)
{
    /// <summary>All families, newest first.</summary>
    public static readonly Listing All = new(Term.Everything, "");

    /// <summary>What a query asks for.</summary>
    public static Listing Of(LibraryQuery query) => new(query.Term, query.FilterKey, query.Sort, query.Seed, query.Unit);

    /// <summary>The condition for its rows in <see cref="Table"/>, called <c>x</c>.</summary>
    /// <param name="parameters">Where values go; <c>$1</c> is the tenant.</param>
    internal string Where(NpgsqlParameterCollection parameters) => new TermSql(parameters) { OfPosts = OfPosts }.Where(Term);

    /// <summary>Whether everything is in it.</summary>
    public bool IsWhole => Term is Term.AllOf { Parts: [] };

    /// <summary>Each image and video on its own.</summary>
    internal bool OfPosts => Unit == Unit.Post;

    /// <summary>The table it reads.</summary>
    internal string Table => OfPosts ? "sovia.post_index" : "sovia.family_index";

    /// <summary>The table of its documents.</summary>
    internal string Documents => OfPosts ? "sovia.mt_doc_post" : "sovia.mt_doc_family";

    /// <summary>What of a post's document a card needs: not what its sources said to the letter.</summary>
    internal const string PostData = "d.data - '{raw,statements}'::text[]";

    /// <summary>What of its documents a card needs.</summary>
    internal string Data => OfPosts ? PostData : "d.data";

    /// <summary>The column that its order reads before age and id; null where there is none.</summary>
    internal string? Column => Sort switch
    {
        SortBy.Model => "x.by_model",
        SortBy.Type => "x.by_kind",
        SortBy.Likes => "x.by_likes",
        // A post alone has no videos to count.
        SortBy.Videos when !OfPosts => "x.by_videos",
        _ => null,
    };

    /// <summary>Whether a cursor can be a place in it. One of another order, of another shuffle or with a value that its column cannot hold is none.</summary>
    public bool HasPlace(Cursor cursor) => Sort switch
    {
        SortBy.Random => cursor == Shuffle.PlaceOf(cursor.Id, Seed),
        SortBy.Model => cursor.Key is not null,
        SortBy.Type or SortBy.Likes => Number(cursor.Key) is >= 0 and <= SortKeys.Last,
        SortBy.Videos when !OfPosts => Number(cursor.Key) is <= 0,
        _ => cursor.Key is null,
    };

    private static int? Number(string? key) => int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The columns it is sorted by.</summary>
    internal string Columns => Column is { } column ? $"{column}, x.age, x.id" : "x.age, x.id";

    /// <summary>The columns with a direction: along the list, or against it.</summary>
    internal string Sorted(bool along)
    {
        var direction = along == (Sort != SortBy.DateAsc) ? "asc" : "desc";
        return $"{(Column is { } column ? $"{column} {direction}, " : "")}x.age {direction}, x.id {direction}";
    }
}
