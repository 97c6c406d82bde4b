using System.Globalization;
using Marten;
using Npgsql;
using Sovia.Index.Versions;
using Sovia.Library.Families;
using Sovia.Query.Lists;
using Sovia.Query.Terms;

namespace Sovia.Library.Browsing;

/// <summary>Reads a few items of a list along it or against it from a cursor, each by one walk over one index.</summary>
/// <param name="source">The database.</param>
/// <param name="session">Tells whose library.</param>
/// <param name="versions">Tells whether anybody has decided anything.</param>
/// <param name="families">Reads documents.</param>
/// <param name="counts">Tells whether a list is short enough to be gathered; null where all are walked.</param>
public sealed class ListPageReader(NpgsqlDataSource source, IQuerySession session, LibraryStateCache versions, CachedFamilyReader families,
    CountMatches? counts = null)
{
    // In a smaller library it makes no difference.
    private const int Small = 10_000;

    /// <summary>Items beyond a cursor, the nearest first.</summary>
    /// <param name="list">The list.</param>
    /// <param name="cursor">Where to begin, a place in the list (<see cref="ResolvedQuery.HasPlace"/>); null for the end that the direction
    /// begins at.</param>
    /// <param name="along">Down the list; otherwise up.</param>
    /// <param name="count">How many at the most.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<List<ListItem>> ReadAsync(ResolvedQuery list, Cursor? cursor, bool along, int count, CancellationToken ct)
    {
        list = await InAsync(list, ct);
        await using var connection = await source.OpenConnectionAsync(ct);
        var items = new List<ListItem>(count);
        while (true)
        {
            var wanted = count - items.Count;
            var found = await FindAsync(connection, list, cursor, along, wanted, ct);
            items.AddRange(await families.ReadCardsAsync(connection, session.TenantId, list, found, ct));
            // What is being deleted has a row and no document for a while. Those below it take its place.
            if (items.Count == count || found.Count < wanted) return items;
            cursor = found[^1].Cursor;
        }
    }

    /// <summary>Where items beyond a cursor stand, as <see cref="ReadAsync"/> finds them, for a caller that shows none of them.</summary>
    public async Task<IReadOnlyList<Cursor>> ReadCursorsAsync(ResolvedQuery list, Cursor? cursor, bool along, int count,
        CancellationToken ct)
    {
        list = await InAsync(list, ct);
        await using var connection = await source.OpenConnectionAsync(ct);
        return [.. (await FindAsync(connection, list, cursor, along, count, ct)).Select(item => item.Cursor)];
    }

    // To walk passes as many rows as lie between those that are found, to gather reads all that are found: one is as dear as the other
    // where the square of their number is that of a page times the library's. The planner takes lexemes that no row has, as the other forms
    // of most words, for rare ones.
    private async Task<ResolvedQuery> InAsync(ResolvedQuery list, CancellationToken ct)
    {
        var state = await versions.GetCurrentAsync(session.TenantId, ct);
        list = list.ForLibrary(state);
        if (counts is null || state.Families <= Small || list.IsOfPosts || list.IsUnfiltered || TsQueryBuilder.TryBuild(list.Term) is null)
            return list;
        var most = (int)Math.Sqrt((double)FamilyPage.Size * state.Families);
        try
        {
            return list with { SortsAllRows = await counts.CountAsync(list, ct, most) <= most };
        }
        catch (SearchTimeoutException)
        {
            return list;
        }
    }

    private async Task<List<FoundItem>> FindAsync(NpgsqlConnection connection, ResolvedQuery list, Cursor? cursor, bool along, int count,
        CancellationToken ct)
    {
        await using var command = CreateCommand(list, cursor, along, count);
        command.Connection = connection;
        return await SearchTimeout.RunAsync(list, command, command => FindAsync(list, command, count, ct));
    }

    private static async Task<List<FoundItem>> FindAsync(ResolvedQuery list, NpgsqlCommand command, int count, CancellationToken ct)
    {
        // The plan of a list without lexemes, tags or collections is the same whatever is asked; with them it depends on how common they
        // are, and a plan for all of them would gather every row that has a common one to find its fifty.
        if (!command.CommandText.Contains("@@", StringComparison.Ordinal) && !command.CommandText.Contains("@>", StringComparison.Ordinal)
            && !command.CommandText.Contains("&&", StringComparison.Ordinal)) await command.PrepareAsync(ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var items = new List<FoundItem>(count);
        while (await reader.ReadAsync(ct))
            items.Add(FoundItem.Read(list,
                new(reader.GetInt64(0), reader.GetGuid(1), list.SortColumn is null ? null : Text(reader.GetValue(2))), reader, 3));
        return items;
    }

    /// <summary>
    /// Where an item stands in a list, or would if it were in it; null where the library has no such item. One that is aside stands where
    /// its date puts it.
    /// </summary>
    public async Task<Cursor?> FindCursorAsync(ResolvedQuery list, Guid postId, CancellationToken ct)
    {
        var id = list.IsOfPosts ? "$2" : "coalesce((select root_id from sovia.mt_doc_post where tenant_id = $1 and id = $2), $2)";
        var undecided = list.SortColumn is null ? "null" : list.SortColumn.IndexRowSql ?? KeysetSql.BuildDefaultKeySql(list.SortColumn);
        var key = list.SortColumn is not { } sorted ? "null"
            : sorted.AnnotationSql is not { } decided ? undecided
            : $"coalesce((select {decided} from {list.AnnotationTable} a where a.tenant_id = $1 and a.id = x.id), {undecided})";
        // Read only where the first part has no row. A count of a family's videos is nothing that a post could be sorted by.
        var aside = list.SortColumn is { AppliesToPosts: false } ? ""
            : $" union all select x.age, {(list.IsOfPosts ? "x.id" : "x.root_id")}, {undecided} from sovia.post_aside x where x.tenant_id = $1 and x.id = $2";
        await using var command =
            source.CreateCommand($"select x.age, x.id, {key} from {list.Table} x where x.tenant_id = $1 and x.id = {id}{aside} limit 1");
        command.Parameters.Add(new() { Value = session.TenantId });
        command.Parameters.Add(new() { Value = postId });
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        return new(reader.GetInt64(0), reader.GetGuid(1), list.SortColumn is null ? null : Text(reader.GetValue(2)));
    }

    /// <summary>
    /// Where the item of a number stands, from 0; null where the list is shorter. Of those before it only their places are passed.
    /// </summary>
    public async Task<Cursor?> FindCursorAtAsync(ResolvedQuery list, int number, CancellationToken ct)
    {
        list = await InAsync(list, ct);
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand { Connection = connection, Parameters = { new() { Value = session.TenantId } } };
        // Any number may be asked for once: kept by the connection, as the few lengths of pages are, such commands would pile up.
        command.CommandText = string.Create(CultureInfo.InvariantCulture,
            $"with x as materialized ({KeysetSql.Build(list, null, along: true, number + 1, command.Parameters)}) select x.age, x.id, {(list.SortColumn is null ? "null" : "x.key")} from x offset {number}");
        return await SearchTimeout.RunAsync(list, command, async command =>
        {
            await using var reader = await command.ExecuteReaderAsync(ct);
            return await reader.ReadAsync(ct) ? new Cursor(reader.GetInt64(0), reader.GetGuid(1), list.SortColumn is null ? null
                : Text(reader.GetValue(2))) : null;
        });
    }

    /// <summary>The command, for tests of its plan.</summary>
    public NpgsqlCommand CreateCommand(ResolvedQuery list, Cursor? cursor, bool along, int count)
    {
        var command = new NpgsqlCommand { Parameters = { new() { Value = session.TenantId } } };
        // The walk stops after these few, and only then are their documents looked up, one by one in its order.
        command.CommandText = $"""
            with x as materialized ({KeysetSql.Build(list, cursor, along, count, command.Parameters)})
            select x.age, x.id, {(list.SortColumn is null ? "null" : "x.key")}, {FoundItem.BuildColumnsSql(list)}
            """;
        return command;
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
