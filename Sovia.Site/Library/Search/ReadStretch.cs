using System.Globalization;
using Marten;
using Npgsql;
using NpgsqlTypes;

namespace Sovia.Library.Search;

/// <summary>Reads a few items of a list along it or against it from a cursor, each by one walk over one index.</summary>
/// <param name="source">The database.</param>
/// <param name="session">Tells whose library.</param>
public sealed class ReadStretch(NpgsqlDataSource source, IQuerySession session)
{
    /// <summary>Items beyond a cursor, the nearest first.</summary>
    /// <param name="list">The list.</param>
    /// <param name="cursor">Where to begin, a place in the list (<see cref="Listing.HasPlace"/>); null for the end that the direction begins at.</param>
    /// <param name="along">Down the list; otherwise up.</param>
    /// <param name="count">How many at the most.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<List<ListItem>> ReadAsync(Listing list, Cursor? cursor, bool along, int count, CancellationToken ct)
    {
        await using var command = Command(list, cursor, along, count);
        await using var connection = await source.OpenConnectionAsync(ct);
        command.Connection = connection;
        return await Patience.ForAsync(list, command, command => ItemsAsync(list, command, count, ct));
    }

    private static async Task<List<ListItem>> ItemsAsync(Listing list, NpgsqlCommand command, int count, CancellationToken ct)
    {
        // The plan of a list without lexemes is the same whatever is asked; with them it depends on how common they are, and a plan for
        // all of them would gather every row that has a common one to find its fifty.
        if (!command.CommandText.Contains("@@", StringComparison.Ordinal)) await command.PrepareAsync(ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var items = new List<ListItem>(count);
        while (await reader.ReadAsync(ct))
            items.Add(ListItem.Of(list, reader.GetFieldValue<byte[]>(0), new(reader.GetInt64(1), reader.GetGuid(2), list.Column is null ? null : Text(reader.GetValue(3)))));
        return items;
    }

    /// <summary>Where an item stands in a list, or null where the library has no such item.</summary>
    public async Task<Cursor?> CursorOfAsync(Listing list, Guid postId, CancellationToken ct)
    {
        var id = list.OfPosts ? "$2" : "coalesce((select root_id from sovia.mt_doc_post where tenant_id = $1 and id = $2), $2)";
        await using var command = source.CreateCommand($"select {list.Columns} from {list.Table} x where x.tenant_id = $1 and x.id = {id}");
        command.Parameters.Add(new() { Value = session.TenantId });
        command.Parameters.Add(new() { Value = postId });
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        return list.Column is null ? new(reader.GetInt64(0), reader.GetGuid(1)) : new(reader.GetInt64(1), reader.GetGuid(2), Text(reader.GetValue(0)));
    }

    /// <summary>The command, for tests of its plan.</summary>
    public NpgsqlCommand Command(Listing list, Cursor? cursor, bool along, int count)
    {
        var command = new NpgsqlCommand { Parameters = { new() { Value = session.TenantId } } };
        var where = list.Where(command.Parameters);
        if (cursor is not null) where = $"{where} and {Beyond(list, cursor, along, command.Parameters)}";
        command.Parameters.Add(new() { Value = count });
        // The walk stops after these few, and only then are their documents fetched, one by one in its order.
        command.CommandText = $"""
            with x as materialized (select {list.Columns} from {list.Table} x where x.tenant_id = $1 and {where} order by {list.Sorted(along)} limit ${command.Parameters.Count})
            select (select {list.Data} from {list.Documents} d where d.tenant_id = $1 and d.id = x.id), x.age, x.id{(list.Column is { } column ? ", " + column : "")} from x
            """;
        return command;
    }

    private static string Beyond(Listing list, Cursor cursor, bool along, NpgsqlParameterCollection parameters)
    {
        string Value(object value, NpgsqlDbType type)
        {
            parameters.Add(new() { Value = value, NpgsqlDbType = type });
            return $"${parameters.Count}";
        }

        var sign = along == (list.Sort != SortBy.DateAsc) ? '>' : '<';
        if (list.Column is null) return $"(x.age, x.id) {sign} ({Value(cursor.Age, NpgsqlDbType.Bigint)}, {Value(cursor.Id, NpgsqlDbType.Uuid)})";
        var key = list.Sort switch
        {
            SortBy.Model => Value(cursor.Key!, NpgsqlDbType.Text),
            SortBy.Videos => Value(int.Parse(cursor.Key!, CultureInfo.InvariantCulture), NpgsqlDbType.Integer),
            _ => Value(short.Parse(cursor.Key!, CultureInfo.InvariantCulture), NpgsqlDbType.Smallint),
        };
        return $"({list.Columns}) {sign} ({key}, {Value(cursor.Age, NpgsqlDbType.Bigint)}, {Value(cursor.Id, NpgsqlDbType.Uuid)})";
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
