using System.Globalization;
using Marten;
using Npgsql;

namespace Sovia.Library.Search;

/// <summary>Reads a few items of a list along it or against it from a cursor, each by one walk over one index.</summary>
/// <param name="source">The database.</param>
/// <param name="session">Tells whose library.</param>
/// <param name="versions">Tells whether anybody has decided anything.</param>
/// <param name="families">Reads documents.</param>
/// <param name="counts">Tells whether a list is short enough to be gathered; null where all are walked.</param>
public sealed class ReadStretch(NpgsqlDataSource source, IQuerySession session, LibraryVersion versions, ReadFamilies families, CountMatches? counts = null)
{
    // In a smaller library it makes no difference.
    private const int Small = 10_000;

    /// <summary>Items beyond a cursor, the nearest first.</summary>
    /// <param name="list">The list.</param>
    /// <param name="cursor">Where to begin, a place in the list (<see cref="Listing.HasPlace"/>); null for the end that the direction begins at.</param>
    /// <param name="along">Down the list; otherwise up.</param>
    /// <param name="count">How many at the most.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<List<ListItem>> ReadAsync(Listing list, Cursor? cursor, bool along, int count, CancellationToken ct)
    {
        list = await InAsync(list, ct);
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
        list = await InAsync(list, ct);
        await using var connection = await source.OpenConnectionAsync(ct);
        return [.. (await FindAsync(connection, list, cursor, along, count, ct)).Select(item => item.Place)];
    }

    // To walk passes as many rows as lie between those that are found, to gather reads all that are found: one is as dear as the other where the square of
    // their number is that of a page times the library's. The planner takes lexemes that no row has, as the other forms of most words, for rare ones.
    private async Task<Listing> InAsync(Listing list, CancellationToken ct)
    {
        var state = await versions.CurrentAsync(session.TenantId, ct);
        list = list.In(state);
        if (counts is null || state.Families <= Small || list.OfPosts || list.IsWhole || LexemeQuery.Of(list.Term) is null) return list;
        var most = (int)Math.Sqrt((double)FamilyPage.Size * state.Families);
        try
        {
            return list with { IsGathered = await counts.OfAsync(list, ct, most) <= most };
        }
        catch (TooSlowException)
        {
            return list;
        }
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
        var undecided = list.Key is null ? "null" : list.Key.Content ?? WalkSql.Constant(list.Key);
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

    /// <summary>Where the item of a number stands, from 0; null where the list is shorter. Of those before it only their places are passed.</summary>
    public async Task<Cursor?> PlaceAtAsync(Listing list, int number, CancellationToken ct)
    {
        list = await InAsync(list, ct);
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand { Connection = connection, Parameters = { new() { Value = session.TenantId } } };
        // Any number may be asked for once: kept by the connection, as the few lengths of pages are, such commands would pile up.
        command.CommandText = string.Create(CultureInfo.InvariantCulture,
            $"with x as materialized ({WalkSql.Of(list, null, along: true, number + 1, command.Parameters)}) select x.age, x.id, {(list.Key is null ? "null" : "x.key")} from x offset {number}");
        return await Patience.ForAsync(list, command, async command =>
        {
            await using var reader = await command.ExecuteReaderAsync(ct);
            return await reader.ReadAsync(ct) ? new Cursor(reader.GetInt64(0), reader.GetGuid(1), list.Key is null ? null : Text(reader.GetValue(2))) : null;
        });
    }

    /// <summary>The command, for tests of its plan.</summary>
    public NpgsqlCommand Command(Listing list, Cursor? cursor, bool along, int count)
    {
        var command = new NpgsqlCommand { Parameters = { new() { Value = session.TenantId } } };
        // The walk stops after these few, and only then are their documents looked up, one by one in its order.
        command.CommandText = $"""
            with x as materialized ({WalkSql.Of(list, cursor, along, count, command.Parameters)})
            select x.age, x.id, {(list.Key is null ? "null" : "x.key")}, {FoundItem.Columns(list)}
            """;
        return command;
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
