using System.Text.Json;
using Npgsql;

namespace Sovia.Library.Search;

/// <summary>One item of a list with its place.</summary>
/// <param name="Family">Its card; of a post alone, a family of that one post.</param>
/// <param name="Place">Where it stands.</param>
public sealed record ListItem(Family Family, Cursor Place)
{
    /// <summary>The end of a query for items of <c>x</c>: columns of the annotation row of each, where any are read, and the tables, in the order of <c>x</c>.</summary>
    internal static string Decided(Listing list, string from = "x") => !list.HasDecisions ? $" from {from}" : $"""
        , s.by_likes, s.by_rating, s.tags from {from}
        left join lateral (select by_likes, by_rating, tags from {list.Annotations} s where s.tenant_id = $1 and s.id = x.id offset 0) s on true
        """;

    /// <summary>Reads an item.</summary>
    /// <param name="list">The list.</param>
    /// <param name="json">Its document.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="reader">Has the columns of <see cref="Decided"/>.</param>
    /// <param name="column">The first of them.</param>
    internal static ListItem Of(Listing list, byte[] json, Cursor place, NpgsqlDataReader reader, int column)
    {
        var family = list.OfPosts ? OfPost(JsonSerializer.Deserialize(json, LibraryJson.Default.Post)!) : JsonSerializer.Deserialize(json, LibraryJson.Default.Family)!;
        return new(!list.HasDecisions || reader.IsDBNull(column) ? family : family with
        {
            Liked = SortKeys.Liked(reader.GetInt16(column)),
            Rating = SortKeys.Rating(reader.GetInt16(column + 1)),
            Tags = reader.GetFieldValue<string[]>(column + 2),
        }, place);
    }

    private static Family OfPost(Post post) => FamilyOf.Posts([post with { RootId = post.Id, ParentId = null }]);
}
