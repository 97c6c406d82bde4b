using System.Globalization;
using Marten;
using Npgsql;
using NpgsqlTypes;

namespace Sovia.Library.Search;

/// <summary>Reads a few items of a list along it or against it from a cursor, each by one walk over one index.</summary>
/// <param name="source">The database.</param>
/// <param name="session">Tells whose library.</param>
/// <param name="versions">Tells whether anybody has decided anything.</param>
/// <param name="families">Reads documents.</param>
public sealed class ReadStretch(NpgsqlDataSource source, IQuerySession session, LibraryVersion versions, ReadFamilies families)
{
    /// <summary>Items beyond a cursor, the nearest first.</summary>
    /// <param name="list">The list.</param>
    /// <param name="cursor">Where to begin, a place in the list (<see cref="Listing.HasPlace"/>); null for the end that the direction begins at.</param>
    /// <param name="along">Down the list; otherwise up.</param>
    /// <param name="count">How many at the most.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<List<ListItem>> ReadAsync(Listing list, Cursor? cursor, bool along, int count, CancellationToken ct)
    {
        list = list.In(await versions.CurrentAsync(session.TenantId, ct));
        await using var connection = await source.OpenConnectionAsync(ct);
        var items = new List<ListItem>(count);
        while (true)
        {
            var wanted = count - items.Count;
            var found = await FindAsync(connection, list, cursor, along, wanted, ct);
            items.AddRange(await families.OfAsync(connection, session.TenantId, list, found, ct));
            // What is being deleted has a row and no document for a while. Those below it take its place.
            if (items.Count == count || found.Count < wanted) return items;
            cursor = found[^1].Place;
        }
    }

    /// <summary>Where items beyond a cursor stand, as <see cref="ReadAsync"/> finds them, for a caller that shows none of them.</summary>
    public async Task<IReadOnlyList<Cursor>> PlacesAsync(Listing list, Cursor? cursor, bool along, int count, CancellationToken ct)
    {
        list = list.In(await versions.CurrentAsync(session.TenantId, ct));
        await using var connection = await source.OpenConnectionAsync(ct);
        return [.. (await FindAsync(connection, list, cursor, along, count, ct)).Select(item => item.Place)];
    }

    private async Task<List<FoundItem>> FindAsync(NpgsqlConnection connection, Listing list, Cursor? cursor, bool along, int count, CancellationToken ct)
    {
        await using var command = Command(list, cursor, along, count);
        command.Connection = connection;
        return await Patience.ForAsync(list, command, command => FindAsync(list, command, count, ct));
    }

    private static async Task<List<FoundItem>> FindAsync(Listing list, NpgsqlCommand command, int count, CancellationToken ct)
    {
        // The plan of a list without lexemes, tags or collections is the same whatever is asked; with them it depends on how common they are, and a plan for
        // all of them would gather every row that has a common one to find its fifty.
        if (!command.CommandText.Contains("@@", StringComparison.Ordinal) && !command.CommandText.Contains("@>", StringComparison.Ordinal) && !command.CommandText.Contains("&&", StringComparison.Ordinal)) await command.PrepareAsync(ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var items = new List<FoundItem>(count);
        while (await reader.ReadAsync(ct)) items.Add(FoundItem.Of(list, new(reader.GetInt64(0), reader.GetGuid(1), list.Key is null ? null : Text(reader.GetValue(2))), reader, 3));
        return items;
    }

    /// <summary>Where an item stands in a list, or would if it were in it; null where the library has no such item. One that is aside stands where its date puts it.</summary>
    public async Task<Cursor?> CursorOfAsync(Listing list, Guid postId, CancellationToken ct)
    {
        var id = list.OfPosts ? "$2" : "coalesce((select root_id from sovia.mt_doc_post where tenant_id = $1 and id = $2), $2)";
        var undecided = list.Key is null ? "null" : list.Key.Content ?? Constant(list.Key);
        var key = list.Key is not { } sorted ? "null"
            : sorted.Decided is not { } decided ? undecided
            : $"coalesce((select {decided} from {list.Annotations} a where a.tenant_id = $1 and a.id = x.id), {undecided})";
        // Read only where the first part has no row. A count of a family's videos is nothing that a post could be sorted by.
        var aside = list.Key is { IsOfPosts: false } ? ""
            : $" union all select x.age, {(list.OfPosts ? "x.id" : "x.root_id")}, {undecided} from sovia.post_aside x where x.tenant_id = $1 and x.id = $2";
        await using var command = source.CreateCommand($"select x.age, x.id, {key} from {list.Table} x where x.tenant_id = $1 and x.id = {id}{aside} limit 1");
        command.Parameters.Add(new() { Value = session.TenantId });
        command.Parameters.Add(new() { Value = postId });
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        return new(reader.GetInt64(0), reader.GetGuid(1), list.Key is null ? null : Text(reader.GetValue(2)));
    }

    /// <summary>The command, for tests of its plan.</summary>
    public NpgsqlCommand Command(Listing list, Cursor? cursor, bool along, int count)
    {
        var command = new NpgsqlCommand { Parameters = { new() { Value = session.TenantId } } };
        var parts = list.Parts(command.Parameters).Select(part => Walk(list, part, cursor, along, command.Parameters)).OfType<string>().ToList();
        // One of a few numbers, and in the text: with an unknown limit a plan for all values looks dearer than a new one each time, which takes as long to make as to carry out.
        var limit = string.Create(CultureInfo.InvariantCulture, $"limit {count}");
        var direction = Direction(list, along);
        // Above the best of what only annotations have nothing lies where none are read.
        var walk = parts.Count == 0 ? "select null::smallint as key, 0::bigint as age, null::uuid as id where false" : parts.Count == 1 ? $"{parts[0]} {limit}"
            : $"select * from ({string.Join(" union all ", parts.Select(part => $"({part} {limit})"))}) x order by {(list.Key is null ? "" : $"key {direction}, ")}age {direction}, id {direction} {limit}";
        // The walk stops after these few, and only then are their documents looked up, one by one in its order.
        command.CommandText = $"""
            with x as materialized ({walk})
            select x.age, x.id, {(list.Key is null ? "null" : "x.key")}, {FoundItem.Columns(list)}
            """;
        return command;
    }

    // One part of a list from a cursor on, without its limit; null where none of it lies beyond the cursor.
    private static string? Walk(Listing list, ListPart part, Cursor? cursor, bool along, NpgsqlParameterCollection parameters)
    {
        var direction = Direction(list, along);
        var key = list.Key;
        // Of a key that only annotations have, all rows without one have the same value, and stand in the order of their dates.
        var isConstant = key is { Content: null } && !part.IsDecided;
        var column = key is null ? null : part.IsDecided ? key.Decided ?? key.Content : key.Content ?? Constant(key);
        var columns = column is null || isConstant ? $"{part.Age}, {part.Id}" : $"{column}, {part.Age}, {part.Id}";
        var where = part.Where;
        if (cursor is not null)
        {
            var sign = direction == "asc" ? '>' : '<';
            var value = key?.Parse(cursor.Key);
            var side = isConstant ? key!.Undecided.CompareTo(Convert.ToInt32(value, CultureInfo.InvariantCulture)) * (direction == "asc" ? 1 : -1) : 0;
            if (side < 0) return null;
            if (side == 0)
            {
                var place = $"{Value(cursor.Age, NpgsqlDbType.Bigint)}, {Value(cursor.Id, NpgsqlDbType.Uuid)}";
                where += $" and ({columns}) {sign} ({(column is null || isConstant ? "" : $"{Value(value!, key!.Type)}, ")}{place})";
            }
        }
        var order = string.Join(", ", columns.Split(", ").Select(name => $"{name} {direction}"));
        return $"select {(column is null ? "" : $"{column} as key, ")}{part.Age} as age, {part.Id} as id from {part.From} where {where} order by {order}";

        string Value(object value, NpgsqlDbType type)
        {
            parameters.Add(new() { Value = value, NpgsqlDbType = type });
            return $"${parameters.Count}";
        }
    }

    private static string Direction(Listing list, bool along) => along == (list.Order != SortBy.DateAsc) ? "asc" : "desc";

    private static string Constant(SortKey key) => $"{key.Undecided}::{(key.Type == NpgsqlDbType.Smallint ? "smallint" : "integer")}";

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
