using System.Globalization;
using Marten;
using Npgsql;
using Sovia.Index.Versions;
using Sovia.Library.Families;
using Sovia.Query.Lists;
using Sovia.Query.Terms;

namespace Sovia.Library.Browsing;

/// <summary>Reads items of a list from a cursor in either direction, with one scan of one index.</summary>
/// <param name="source">The database.</param>
/// <param name="session">Provides the tenant.</param>
/// <param name="versions">Provides whether the library has annotations.</param>
/// <param name="families">Reads documents.</param>
/// <param name="counts">Counts lists, to decide whether a list is short enough to be sorted; null to always scan the index.</param>
public sealed class ListPageReader(NpgsqlDataSource source, IQuerySession session, LibraryStateCache versions, CachedFamilyReader families,
    CountMatches? counts = null)
{
    // In smaller libraries the choice makes no difference.
    private const int Small = 10_000;

    /// <summary>Returns the items beyond a cursor, nearest first.</summary>
    /// <param name="list">The list.</param>
    /// <param name="cursor">The start, which must fit the list (<see cref="ResolvedQuery.IsValidCursor"/>); null to start at the top to
    /// read down, or at the bottom to read up.</param>
    /// <param name="isForward">True to read down the list, false to read up.</param>
    /// <param name="count">The maximum number of items.</param>
    /// <param name="ct">Cancels the query.</param>
    public async Task<List<ListItem>> ReadAsync(ResolvedQuery list, Cursor? cursor, bool isForward, int count, CancellationToken ct)
    {
        list = await PrepareListAsync(list, ct);
        await using var connection = await source.OpenConnectionAsync(ct);
        var items = new List<ListItem>(count);
        while (true)
        {
            var remaining = count - items.Count;
            var foundItems = await FindAsync(connection, list, cursor, isForward, remaining, ct);
            items.AddRange(await families.ReadCardsAsync(connection, session.TenantId, list, foundItems, ct));
            // An item that is being deleted can have a row but no document, so further items take its place.
            if (items.Count == count || foundItems.Count < remaining) return items;
            cursor = foundItems[^1].Cursor;
        }
    }

    /// <summary>Returns the cursors of the items that <see cref="ReadAsync"/> would find, without reading the items.</summary>
    public async Task<IReadOnlyList<Cursor>> ReadCursorsAsync(ResolvedQuery list, Cursor? cursor, bool isForward, int count,
        CancellationToken ct)
    {
        list = await PrepareListAsync(list, ct);
        await using var connection = await source.OpenConnectionAsync(ct);
        return [.. (await FindAsync(connection, list, cursor, isForward, count, ct)).Select(item => item.Cursor)];
    }

    // A scan along the index passes all rows between the matches, and a sort reads all matches. Both cost the same if the square of the
    // number of matches equals the page size times the library size. PostgreSQL cannot decide this itself, because it takes lexemes that no
    // row has, such as the other forms of most words, for rare ones.
    private async Task<ResolvedQuery> PrepareListAsync(ResolvedQuery list, CancellationToken ct)
    {
        var state = await versions.GetCurrentAsync(session.TenantId, ct);
        list = list.ForLibrary(state);
        if (counts is null || state.Families <= Small || list.ListsPosts || list.IsUnfiltered || TsQueryBuilder.TryBuild(list.Term) is null)
            return list;
        var maxMatches = (int)Math.Sqrt((double)FamilyPage.Size * state.Families);
        try
        {
            return list with { SortsAllRows = await counts.CountAsync(list, ct, maxMatches) <= maxMatches };
        }
        catch (SearchTimeoutException)
        {
            return list;
        }
    }

    private async Task<List<FoundItem>> FindAsync(NpgsqlConnection connection, ResolvedQuery list, Cursor? cursor, bool isForward,
        int count,
        CancellationToken ct)
    {
        await using var command = CreateCommand(list, cursor, isForward, count);
        command.Connection = connection;
        return await SearchTimeout.RunAsync(list, command, command => ExecuteAsync(list, command, count, ct));
    }

    private static async Task<List<FoundItem>> ExecuteAsync(ResolvedQuery list, NpgsqlCommand command, int count, CancellationToken ct)
    {
        // A list without lexemes, tags or collections always has the same plan. With them the plan depends on how common they are, and a
        // generic plan would collect every row with a common one to find fifty.
        if (!command.CommandText.Contains("@@", StringComparison.Ordinal) && !command.CommandText.Contains("@>", StringComparison.Ordinal)
            && !command.CommandText.Contains("&&", StringComparison.Ordinal)) await command.PrepareAsync(ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var items = new List<FoundItem>(count);
        while (await reader.ReadAsync(ct))
            items.Add(FoundItem.Read(list,
                new(reader.GetInt64(0), reader.GetGuid(1), list.SortColumn is null ? null : FormatKey(reader.GetValue(2))), reader, 3));
        return items;
    }

    /// <summary>
    /// Returns the cursor of an item, or its position if it were in the list; null if the library has no such item. An unlisted item is
    /// placed by its date.
    /// </summary>
    public async Task<Cursor?> FindCursorAsync(ResolvedQuery list, Guid postId, CancellationToken ct)
    {
        var idSql = list.ListsPosts ? "$2" : "coalesce((select root_id from sovia.mt_doc_post where tenant_id = $1 and id = $2), $2)";
        var defaultKeySql = list.SortColumn is null ? "null" : list.SortColumn.IndexRowSql ?? KeysetSql.BuildDefaultKeySql(list.SortColumn);
        var keySql = list.SortColumn is not { } sortColumn ? "null"
            : sortColumn.AnnotationSql is not { } annotationSql ? defaultKeySql
            : $"coalesce((select {annotationSql} from {list.AnnotationTable} a where a.tenant_id = $1 and a.id = x.id), {defaultKeySql})";
        // Used only if the first part has no row. Posts cannot be sorted by a column that only families have, such as the number of videos.
        var unlistedSql = list.SortColumn is { AppliesToPosts: false } ? ""
            : $" union all select x.age, {(list.ListsPosts ? "x.id" : "x.root_id")}, {defaultKeySql} from sovia.post_aside x where x.tenant_id = $1 and x.id = $2";
        await using var command =
            source.CreateCommand($"select x.age, x.id, {keySql} from {list.Table} x where x.tenant_id = $1 and x.id = {idSql}{unlistedSql} limit 1");
        command.Parameters.Add(new() { Value = session.TenantId });
        command.Parameters.Add(new() { Value = postId });
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        return new(reader.GetInt64(0), reader.GetGuid(1), list.SortColumn is null ? null : FormatKey(reader.GetValue(2)));
    }

    /// <summary>
    /// Returns the cursor of the item at an index (from 0); null if the list is shorter. Only the keys of the items before it are read.
    /// </summary>
    public async Task<Cursor?> FindCursorAtAsync(ResolvedQuery list, int number, CancellationToken ct)
    {
        list = await PrepareListAsync(list, ct);
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand { Connection = connection, Parameters = { new() { Value = session.TenantId } } };
        // Not prepared, because any number can occur, usually once: unlike the few page sizes, such commands would fill the connection's
        // cache.
        command.CommandText = string.Create(CultureInfo.InvariantCulture,
            $"select x.age, x.id, {(list.SortColumn is null ? "null" : "x.key")} from ({KeysetSql.Build(list, null, isForward: true, number + 1, command.Parameters)}) x offset {number}");
        return await SearchTimeout.RunAsync(list, command, async command =>
        {
            await using var reader = await command.ExecuteReaderAsync(ct);
            return await reader.ReadAsync(ct) ? new Cursor(reader.GetInt64(0), reader.GetGuid(1), list.SortColumn is null ? null
                : FormatKey(reader.GetValue(2))) : null;
        });
    }

    /// <summary>Creates the command; public for tests of its plan.</summary>
    public NpgsqlCommand CreateCommand(ResolvedQuery list, Cursor? cursor, bool isForward, int count)
    {
        var command = new NpgsqlCommand { Parameters = { new() { Value = session.TenantId } } };
        // The inner query stops after these rows, and only then are their documents looked up one by one, in its order.
        command.CommandText = $"""
            with x as materialized ({KeysetSql.Build(list, cursor, isForward, count, command.Parameters)})
            select x.age, x.id, {(list.SortColumn is null ? "null" : "x.key")}, {FoundItem.BuildColumnsSql(list)}
            """;
        return command;
    }

    private static string FormatKey(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
