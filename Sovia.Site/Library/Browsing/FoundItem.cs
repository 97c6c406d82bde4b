using Npgsql;
using Sovia.Index;
using Sovia.Query.Lists;

namespace Sovia.Library.Browsing;

/// <summary>An item of a list before its document is read.</summary>
/// <param name="Cursor">The position.</param>
/// <param name="Revision">The version of the document; empty if there is none.</param>
internal readonly record struct FoundItem(Cursor Cursor, Guid Revision)
{
    /// <summary>
    /// Returns the SELECT columns of an item: its revision and, if the list has annotations, their values; followed by the rest of the
    /// query, which reads the items of <c>x</c> in order.
    /// </summary>
    internal static string BuildColumnsSql(ResolvedQuery list, string from = "x") =>
        $"(select d.mt_version from {list.DocumentTable} d where d.tenant_id = $1 and d.id = x.id)" + (!list.ReadsAnnotations ? $" from {from}" : $"""
        , s.by_likes, s.by_rating, s.tags from {from}
        left join lateral (select by_likes, by_rating, tags from {list.AnnotationTable} s where s.tenant_id = $1 and s.id = x.id offset 0) s on true
        """);

    private bool HasAnnotations { get; init; }

    private bool? Liked { get; init; }

    private int Rating { get; init; }

    private string[]? Tags { get; init; }

    /// <summary>Reads an item.</summary>
    /// <param name="list">The list.</param>
    /// <param name="place">The position.</param>
    /// <param name="reader">A reader whose result has <see cref="BuildColumnsSql"/>.</param>
    /// <param name="column">The ordinal of the first of these columns.</param>
    internal static FoundItem Read(ResolvedQuery list, Cursor place, NpgsqlDataReader reader, int column)
    {
        var item = new FoundItem(place, reader.IsDBNull(column) ? Guid.Empty : reader.GetGuid(column));
        return !list.ReadsAnnotations || reader.IsDBNull(column + 1) ? item : item with
        {
            HasAnnotations = true,
            Liked = SortKeyEncoding.ToLiked(reader.GetInt16(column + 1)),
            Rating = SortKeyEncoding.ToRating(reader.GetInt16(column + 2)),
            Tags = reader.GetFieldValue<string[]>(column + 3),
        };
    }

    /// <summary>Combines the item with its card.</summary>
    internal ListItem ToListItem(Family family) =>
        new(HasAnnotations ? family with { Liked = Liked, Rating = Rating, Tags = Tags! } : family, Cursor);
}
