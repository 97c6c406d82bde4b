namespace Sovia.Library.Search;

/// <summary>A list to walk through.</summary>
/// <param name="Term">What is in it.</param>
/// <param name="Key">Names the term for caches: equal keys, equal terms.</param>
/// <param name="Order">What comes first.</param>
/// <param name="Seed">Which shuffle, for <see cref="ListOrder.Random"/>.</param>
/// <param name="OfPosts">Each image and video on its own; otherwise families.</param>
public sealed record Listing(Term Term, string Key, ListOrder Order = ListOrder.Newest, int Seed = 0, bool OfPosts = false)
{
    /// <summary>All families, newest first.</summary>
    public static readonly Listing All = new(Term.Everything, "");

    /// <summary>The table it reads.</summary>
    internal string Table => OfPosts ? "sovia.post_index" : "sovia.family_index";

    /// <summary>The table of its documents.</summary>
    internal string Documents => OfPosts ? "sovia.mt_doc_post" : "sovia.mt_doc_family";

    /// <summary>The column that its order reads before age and id; null where there is none.</summary>
    internal string? Column => Order switch
    {
        ListOrder.Model => "x.by_model",
        ListOrder.Kind => "x.by_kind",
        ListOrder.Likes => "x.by_likes",
        // A post alone has no videos to count.
        ListOrder.Videos when !OfPosts => "x.by_videos",
        _ => null,
    };

    /// <summary>The columns it is sorted by.</summary>
    internal string Columns => Column is { } column ? $"{column}, x.age, x.id" : "x.age, x.id";

    /// <summary>The columns with a direction: along the list, or against it.</summary>
    internal string Sorted(bool along)
    {
        var direction = along == (Order != ListOrder.Oldest) ? "asc" : "desc";
        return $"{(Column is { } column ? $"{column} {direction}, " : "")}x.age {direction}, x.id {direction}";
    }
}
